// Check-ins that need no network: an arrival is kept on the device first, then sent. Without this script the page's form sends it at
// once. The service worker keeps the page itself, so that it opens where there is none.

const key = "benevolat-pointages";
const most = 50;
const patience = 15_000;
const form = document.querySelector("form[data-check-in]");
const status = document.querySelector("[data-check-in-status]");
const texts = JSON.parse(status.dataset.texts);
let timer;

navigator.serviceWorker?.register(`/pointage/sw.js?langue=${document.documentElement.lang}`, { scope: "/pointage/" }).catch(() => {
  // Then check-ins need the page to be open already: nothing else is lost.
});

// The kept page stands in for an address with a code in it.
if (form && !form.dataset.checkIn) {
  form.dataset.checkIn = fromAddress();
  form.hidden = !form.dataset.checkIn;
  document.querySelector("[data-without-code]").hidden = Boolean(form.dataset.checkIn);
}

form?.addEventListener("submit", event => {
  event.preventDefault();
  const code = form.dataset.checkIn;
  const waiting = read();
  // Twice the same button is one arrival, and the first time is the right one.
  if (!waiting.some(one => one.code === code)) { write([...waiting, { code, at: new Date().toISOString() }]); }
  send();
});
addEventListener("online", send);
if (read().length > 0) { send(); }

function fromAddress() {
  const last = location.pathname.split("/").at(-1);
  return last === "hors-ligne" ? "" : decodeURIComponent(last);
}

/** Sends what waits; what can't go yet stays. One tab at a time, so that nothing goes twice. */
async function send() {
  clearTimeout(timer);
  await navigator.locks.request(key, async () => {
    const items = read().slice(0, most);
    if (items.length === 0) { return; }
    let answer;
    try {
      answer = await fetch("/pointage/envoi", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ sentAt: new Date().toISOString(), items }),
      });
    } catch {
      say(texts.kept, items);
      return;
    }
    if (answer.ok) { settle(items, (await answer.json()).items); }
    else if (answer.status === 401) { say(texts.signIn, items, "/connexion?retour=" + encodeURIComponent(location.pathname + location.search)); }
    else {
      say(texts.away, items);
      timer = setTimeout(send, patience);
    }
  });
}

function settle(items, outcomes) {
  // What came in meanwhile stays for the next time.
  write(read().filter(one => !items.some(sent => sent.code === one.code && sent.at === one.at)));
  status.replaceChildren(...outcomes.map((outcome, rank) => paragraph(
    outcome.status === "refused" ? outcome.title : texts[outcome.status].replace("{0}", hour(outcome.at ?? items[rank].at)), outcome.status !== "refused")));
}

function say(text, items, link) {
  const said = paragraph(text.replace("{0}", hour(items.at(-1).at)), false);
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link;
    anchor.textContent = texts.link;
    said.append(" ", anchor);
  }
  status.replaceChildren(said);
}

function paragraph(text, done) {
  const element = document.createElement("p");
  element.className = done ? "notice done" : "notice";
  element.textContent = text;
  return element;
}

function hour(instant) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit", timeZone: "Europe/Paris" }).format(new Date(instant));
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? [];
  } catch {
    return [];
  }
}

function write(items) {
  localStorage.setItem(key, JSON.stringify(items));
}

// The coach's remarks while one writes. Without it they come with each save, or by the button that asks for them. The page of
// the same step, rendered by the server from what stands in the form, is asked for the parts marked data-coach; it saves nothing.

const patience = 600;
const form = document.querySelector("form[data-coached]");
let timer;
let running;

form?.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, patience);
});
form?.addEventListener("submit", () => {
  clearTimeout(timer);
  running?.abort();
});

async function ask() {
  running?.abort();
  const mine = running = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  body.set("action", "conseil");
  try {
    const answer = await fetch(location.pathname + location.search, { method: "POST", body, signal: mine.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // Where the session has ended there is another page: the remarks of before stay.
    if (!mine.signal.aborted && answer.ok && page.querySelector("form[data-coached]")) { show(page); }
  } catch {
    // No remarks for now: the next save brings them.
  }
}

function show(page) {
  for (const old of document.querySelectorAll("[data-coach]")) {
    const fresh = page.getElementById(old.id);
    // What stays the same isn't touched: nothing to read out again.
    if (fresh && old.innerHTML !== fresh.innerHTML) { old.replaceChildren(...fresh.childNodes); }
  }
  for (const field of form.querySelectorAll("[id^=champ-]:is(input, select, textarea)")) {
    const fresh = page.getElementById(field.id);
    if (fresh?.getAttribute("aria-invalid") === "true") { field.setAttribute("aria-invalid", "true"); }
    else { field.removeAttribute("aria-invalid"); }
  }
}

// Puts the results of another address in the place of this page's. Everything it shows was rendered by the server, so that
// a page is the same whether it was typed to, linked to or reloaded. Regions that change carry data-live and an id.

let running;

/** Shows the results at this address of the site; a newer call gives up an older one. */
export async function show(address) {
  running?.abort();
  const mine = running = new AbortController();
  const list = document.getElementById("liste");
  const incident = document.getElementById("incident");
  list.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, { signal: mine.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine.signal.aborted) { return; }
    // A refused filter (400) is a page of results too, and says what to mend; an error page has no list.
    if (!page.getElementById("liste")) { throw new Error(`No results at ${address}: ${answer.status}`); }
    replace(page);
    incident.hidden = true;
    document.title = page.title;
    history.replaceState(history.state, "", address);
    document.dispatchEvent(new CustomEvent("results:shown"));
  } catch (error) {
    if (error.name === "AbortError") { return; }
    incident.hidden = false;
  } finally {
    if (running === mine) { list.removeAttribute("aria-busy"); }
  }
}

function replace(page) {
  for (const old of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(old.id);
    if (!fresh) { continue; }
    const hadFocus = old.contains(document.activeElement);
    // What stays the same isn't touched: nothing to read out again, no opened list closed.
    if (old.innerHTML !== fresh.innerHTML) { old.replaceChildren(...fresh.childNodes); }
    for (const { name, value } of fresh.attributes) { if (name.startsWith("data-")) { old.setAttribute(name, value); } }
    for (const { name } of [...old.attributes]) { if (name.startsWith("data-") && !fresh.hasAttribute(name)) { old.removeAttribute(name); } }
    if (hadFocus && !old.contains(document.activeElement)) { document.getElementById("liste").focus({ preventScroll: true }); }
  }
}

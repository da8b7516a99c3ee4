// Search as you type. Without it the form's button does the same, one page later.
import { show } from "./live.js";

const patience = 300;
const form = document.querySelector("form[data-search=live]");
let timer;
let shown = address();

form?.addEventListener("input", event => { if (event.target.type === "search") { soon(patience); } });
form?.addEventListener("change", event => { if (event.target.type !== "search") { soon(0); } });
form?.addEventListener("place:chosen", () => soon(0));
form?.elements.namedItem("ou").addEventListener("input", forgetFrame);
// A real submit is a step in the history that Back undoes.
form?.addEventListener("submit", () => clearTimeout(timer));

function soon(delay) {
  clearTimeout(timer);
  timer = setTimeout(update, delay);
}

function update() {
  const wanted = address();
  if (wanted === shown) { return; }
  shown = wanted;
  show(wanted);
}

/** A frame on the map, and a place without a name, belong to the place that was. */
function forgetFrame() {
  for (const field of form.querySelectorAll("input[type=hidden]:is([name=cadre], [name=pres])")) { field.remove(); }
}

/** The form's address as the site writes it: without what is empty or goes without saying. */
function address() {
  if (!form) { return ""; }
  const parts = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (value !== "" && !(name === "rayon" && value === "15")) { parts.append(name, value); }
  }
  const query = parts.toString();
  return query ? `${form.getAttribute("action")}?${query}` : form.getAttribute("action");
}

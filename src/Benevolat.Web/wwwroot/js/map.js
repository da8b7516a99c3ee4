// The map that moves. It lies over the picture of the départements, shows the missions in view as points, and tells the list
// beside it what is in view. The ground is drawn from our own files; nobody else's server hears of a search.
import "../lib/leaflet.js";
import { addGround } from "./map-ground.js";
import { addPoints } from "./map-points.js";
import { show } from "./live.js";

const L = globalThis.L;
const patience = 350;
const place = document.getElementById("carte");
const texts = JSON.parse(place.dataset.texts);
const views = JSON.parse(place.dataset.views);
const still = { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false };
const mainland = [[41.3, -5.2], [51.1, 9.6]];

const element = document.createElement("div");
element.className = "map-moving";
place.append(element);
place.dataset.ready = "";
const map = L.map(element, {
  attributionControl: false, zoomControl: false, minZoom: 3, maxZoom: 14, zoomSnap: 0.5,
  ...(matchMedia("(prefers-reduced-motion: reduce)").matches ? still : {}),
});
element.setAttribute("role", "application");
element.setAttribute("aria-label", texts.map);
map.fitBounds(mainland, { animate: false });
L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
addViews();
const whole = addWholeFrame();

const ground = addGround(map);
let aim = "";
let byScript = true;
await look();
const points = addPoints(map, texts);
byScript = false;
refresh();

let timer;
let resized = false;
map.on("resize", () => { resized = true; });
map.on("moveend", () => {
  refresh();
  // Only people move the frame: a window that grew, or a phone that was turned, searches for nothing else.
  const isByHand = !byScript && !resized;
  resized = false;
  if (!isByHand) { return; }
  clearTimeout(timer);
  timer = setTimeout(showFrame, patience);
});
document.addEventListener("results:shown", async () => {
  byScript = true;
  await look();
  byScript = false;
  refresh();
});
const list = document.getElementById("liste");
for (const event of ["mouseover", "focusin"]) {
  list.addEventListener(event, ({ target }) => points.light(target.closest("[data-mission]")?.dataset.mission));
}
for (const event of ["mouseleave", "focusout"]) { list.addEventListener(event, () => points.light()); }

async function refresh() {
  await points.refresh(search());
  await ground.avoid(points.marks());
}

/** What the page says about its search; replaced with the list. */
function search() {
  return document.getElementById("carte-donnees").dataset;
}

/** Looks at the frame, the circle or the départements of the search, when they are others than before. */
async function look() {
  const { near, radius, frame, departments } = search();
  await ground.mark({ near, radius, departments });
  const wanted = [near, radius, departments].join("|");
  if (wanted === aim) { return; }
  aim = wanted;
  whole.hidden = true;
  if (frame) {
    const [west, south, east, north] = frame.split(",").map(Number);
    map.fitBounds([[south, west], [north, east]], { animate: false });
  } else {
    map.fitBounds(ground.marked() ?? mainland, { animate: false, maxZoom: 12, padding: [12, 12] });
  }
}

/** The list shows what the map shows. */
function showFrame() {
  const address = new URL(location.href);
  address.searchParams.set("cadre", frameInView());
  address.searchParams.delete("suite");
  const { near, departments } = search();
  whole.hidden = !(near || departments);
  remember(address.searchParams.get("cadre"));
  show(address.pathname + address.search);
}

function frameInView() {
  const bounds = map.getBounds();
  const within = (degrees, most) => Number(Math.max(-most, Math.min(most, degrees)).toFixed(4));
  return [within(bounds.getWest(), 180), within(bounds.getSouth(), 90), within(bounds.getEast(), 180), within(bounds.getNorth(), 90)].join(",");
}

/** The form carries the frame along, so that typing keeps the map where it is. */
function remember(frame) {
  const form = document.querySelector("form[data-search=live]");
  let field = form.elements.namedItem("cadre");
  if (!field) {
    field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "cadre" });
    form.append(field);
  }
  field.value = frame;
}

/** Where to go in one step, since the overseas are far. */
function addViews() {
  const choice = document.createElement("select");
  choice.setAttribute("aria-label", texts.views);
  choice.append(new Option(`${texts.views}…`, ""), ...views.map(({ name }, at) => new Option(name, at)));
  choice.addEventListener("change", () => {
    const [west, south, east, north] = views[choice.value]?.box ?? [];
    choice.value = "";
    if (west === undefined) { return; }
    map.fitBounds([[south, west], [north, east]], { animate: false });
  });
  corner("topright", "map-views", choice);
}

/** Once the map has left the circle or the départements asked for, they would hide what is in view: one press lifts them. */
function addWholeFrame() {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: texts.here, hidden: true });
  button.addEventListener("click", () => {
    const address = new URL(location.href);
    for (const name of ["ou", "commune", "pres", "rayon", "departement", "suite"]) { address.searchParams.delete(name); }
    address.searchParams.set("cadre", frameInView());
    location.assign(address);
  });
  corner("topright", "map-whole", button);
  return button;
}

function corner(position, className, content) {
  const control = new L.Control({ position });
  control.onAdd = () => {
    const box = L.DomUtil.create("div", className);
    box.append(content);
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  control.addTo(map);
}

// What lies under the points: land, départements, the names of towns as far as there is room, the circle of the search.
const L = globalThis.L;

/** Adds the ground; the outlines come a moment later, the map can be used at once. */
export function addGround(map) {
  for (const [name, order] of [["land", 200], ["departments", 210], ["circle", 220], ["towns", 300]]) {
    const pane = map.createPane(name);
    pane.style.zIndex = order;
    pane.style.pointerEvents = "none";
  }
  const draw = (shapes, pane, className) => L.geoJSON(shapes, { pane, interactive: false, style: { className } });
  const outlines = load("departments").then(shapes => draw(shapes, "departments", "map-department"));
  load("land").then(shapes => draw(shapes, "land", "map-land").addTo(map)).catch(() => {});
  outlines.then(layer => layer.addTo(map)).catch(() => {});
  return new Ground(map, outlines, load("towns").then(towns => new Towns(map, towns)));
}

class Ground {
  #map;
  #outlines;
  #circle;
  #bounds;
  #towns;

  constructor(map, outlines, towns) {
    this.#map = map;
    this.#outlines = outlines;
    this.#towns = towns;
    towns.catch(() => {});
  }

  /** Draws the circle and the départements of the search. */
  async mark({ near, radius, departments }) {
    this.#circle?.remove();
    this.#circle = this.#bounds = undefined;
    if (near) {
      this.#circle = L.circle(near.split(",").map(Number), { radius: radius * 1000, pane: "circle", interactive: false, className: "map-circle" });
      // A circle knows its bounds by the map it lies on, which may not look anywhere yet.
      this.#bounds = L.latLng(this.#circle.getLatLng()).toBounds(radius * 2000);
      this.#map.whenReady(() => this.#circle?.addTo(this.#map));
    }
    const codes = departments ? departments.split(",") : [];
    try {
      (await this.#outlines).eachLayer(layer => {
        const isChosen = codes.includes(layer.feature.properties.code);
        layer.getElement()?.classList.toggle("chosen", isChosen);
        layer.options.className = isChosen ? "map-department chosen" : "map-department";
        // Its whole border shows, not only what the neighbours leave of it.
        if (isChosen) { this.#map.whenReady(() => layer.bringToFront()); }
        if (isChosen && !near) { this.#bounds = (this.#bounds ?? L.latLngBounds([])).extend(layer.getBounds()); }
      });
    } catch {
      // Points over an empty ground still tell distances.
    }
  }

  /** Where the circle and the départements lie; undefined without any. */
  marked() {
    return this.#bounds;
  }

  /** Keeps the names of towns clear of the points. */
  async avoid(marks) {
    await this.#towns.then(towns => towns.avoid(marks), () => {});
  }
}

/** Towns by size, as many as touch neither each other nor a mark. Source: INSEE, geo.api.gouv.fr (Licence Ouverte 2.0). */
class Towns {
  #map;
  #towns;
  #layer;
  #marks = [];

  constructor(map, towns) {
    this.#map = map;
    this.#towns = towns;
    this.#layer = L.layerGroup().addTo(map);
    map.on("moveend", () => this.#draw());
    map.whenReady(() => this.#draw());
  }

  /** Keeps clear of marks: [{ latLng, radius in pixels }]. */
  avoid(marks) {
    this.#marks = marks;
    this.#draw();
  }

  #draw() {
    const map = this.#map;
    const view = map.getBounds();
    const marks = this.#marks.map(({ latLng, radius }) => {
      const { x, y } = map.latLngToContainerPoint(latLng);
      return { x, y, radius, box: { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius } };
    });
    const taken = [];
    this.#layer.clearLayers();
    for (const [name, longitude, latitude] of this.#towns.slice(0, ranks(map.getZoom(), this.#towns.length))) {
      if (!view.contains([latitude, longitude])) { continue; }
      const town = map.latLngToContainerPoint([latitude, longitude]);
      // A town under a mark has its name beside the mark.
      const above = marks.find(mark => Math.hypot(mark.x - town.x, mark.y - town.y) < mark.radius);
      const [x, y] = above ? [above.x + above.radius - 4, above.y] : [town.x, town.y];
      const box = { left: x, right: x + 12 + name.length * letter, top: y - height / 2, bottom: y + height / 2 };
      if (taken.some(other => overlap(box, other)) || marks.some(mark => mark !== above && overlap(box, mark.box))) { continue; }
      taken.push(box);
      const label = document.createElement("span");
      label.textContent = name;
      const icon = L.divIcon({ className: above ? "map-town beside" : "map-town", html: label, iconSize: [0, 0] });
      L.marker(map.containerPointToLatLng([x, y]), { pane: "towns", interactive: false, keyboard: false, icon }).addTo(this.#layer);
    }
  }
}

const overlap = (one, other) => one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
const letter = 7.2;
const height = 20;

/** How many of the largest towns are named at a zoom. */
function ranks(zoom, all) {
  return zoom < 5 ? 10 : zoom < 6 ? 30 : zoom < 7 ? 60 : zoom < 8 ? 150 : zoom < 9 ? 300 : all;
}

async function load(name) {
  const answer = await fetch(`/map/${name}.json`);
  if (!answer.ok) { throw new Error(`/map/${name}.json: ${answer.status}`); }
  return answer.json();
}

// The missions in view. What would lie on each other is one mark with a number: few are listed when it is pressed, for many the
// map comes closer. Where there are too many to send, the service sends circles that count them.
const L = globalThis.L;
const most = 12;
const room = 30;

export function addPoints(map, texts) {
  return new Points(map, texts);
}

class Points {
  #map;
  #texts;
  #layer;
  #running;
  #byMission = new Map();
  #byKey = new Map();
  #compact = new Intl.NumberFormat(document.documentElement.lang, { notation: "compact", maximumFractionDigits: 1 });
  #notice;
  #opener;

  constructor(map, texts) {
    this.#map = map;
    this.#texts = texts;
    this.#layer = L.layerGroup().addTo(map);
    this.#notice = map.getContainer().appendChild(document.createElement("p"));
    Object.assign(this.#notice, { className: "map-notice", hidden: true });
    this.#notice.setAttribute("role", "alert");
    map.getContainer().addEventListener("keydown", event => { if (event.key === "Escape") { this.#close(); } });
  }

  /** Fetches what is in view; `search` is what the page says about its search. */
  async refresh(search) {
    this.#running?.abort();
    const mine = this.#running = new AbortController();
    const url = new URL(search.points, location.origin);
    url.searchParams.set("bbox", this.#box());
    url.searchParams.set("zoom", Math.round(this.#map.getZoom()));
    try {
      const answer = await fetch(url, { signal: mine.signal });
      if (!answer.ok) { throw new Error(`${url.pathname}: ${answer.status}`); }
      const { features } = await answer.json();
      if (mine.signal.aborted) { return; }
      this.#draw(features, search.back);
      this.#notice.hidden = true;
    } catch (error) {
      if (error.name === "AbortError") { return; }
      Object.assign(this.#notice, { textContent: this.#texts.away, hidden: false });
    }
  }

  /** Where the marks are and how large: [{ latLng, radius }]. */
  marks() {
    return [...this.#byKey.values()].map(marker => ({ latLng: marker.getLatLng(), radius: marker.options.icon.options.iconSize[0] / 2 + 3 }));
  }

  /** Makes the mark of a mission stand out, and no other. */
  light(mission) {
    for (const marker of this.#byKey.values()) { marker.getElement()?.classList.remove("lit"); }
    const marker = this.#byMission.get(mission);
    marker?.getElement()?.classList.add("lit");
    marker?.setZIndexOffset(1000);
  }

  /** A little more than the window, so that a mark at the edge is whole. */
  #box() {
    const bounds = this.#map.getBounds().pad(0.05);
    const within = (degrees, limit) => Math.max(-limit, Math.min(limit, degrees)).toFixed(4);
    return [within(bounds.getWest(), 180), within(bounds.getSouth(), 90), within(bounds.getEast(), 180), within(bounds.getNorth(), 90)].join(",");
  }

  #draw(features, back) {
    const focused = [...this.#byKey].find(([, marker]) => marker.getElement() === document.activeElement)?.[0];
    this.#layer.clearLayers();
    this.#byKey.clear();
    this.#byMission.clear();
    for (const [key, group] of this.#places(features)) {
      const marker = group[0].properties.cluster ? this.#cluster(group[0]) : this.#place(group, back);
      this.#byKey.set(key, marker);
      marker.addTo(this.#layer);
    }
    // Whoever was on a mark stays on it, though it is a new one.
    this.#byKey.get(focused)?.getElement()?.focus();
  }

  /** What falls into one square of the screen is one mark; those of a commune share its centre anyway. North first, as one reads. */
  #places(features) {
    const places = new Map();
    for (const feature of [...features].sort((a, b) => b.geometry.coordinates[1] - a.geometry.coordinates[1])) {
      const [longitude, latitude] = feature.geometry.coordinates;
      const { x, y } = this.#map.project([latitude, longitude]).divideBy(room).floor();
      const key = feature.properties.cluster ? `many ${longitude} ${latitude}` : `one ${this.#map.getZoom()} ${x} ${y}`;
      places.set(key, [...(places.get(key) ?? []), feature]);
    }
    return places;
  }

  #cluster({ geometry, properties: { count } }) {
    const size = 34 + Math.round(8 * Math.log10(count));
    return this.#marker(geometry, "map-cluster", this.#compact.format(count), size, this.#texts.cluster.replace("{0}", count), marker => {
      this.#comeCloser(marker);
    });
  }

  #comeCloser(marker) {
    this.#map.setView(marker.getLatLng(), Math.min(this.#map.getZoom() + 2, this.#map.getMaxZoom()));
  }

  #place(group, back) {
    const [{ properties }] = group;
    const isOne = group.length === 1;
    const name = isOne ? `${properties.title}, ${properties.organisation}, ${properties.commune}` : this.#several(group);
    const act = marker => (this.#canPart(group) ? this.#comeCloser(marker) : this.#open(marker, group, back));
    const marker = this.#marker(this.#middle(group), "map-point", isOne ? "" : String(group.length), isOne ? 24 : 30, name, act);
    for (const { properties: { id } } of group) { this.#byMission.set(id, marker); }
    return marker;
  }

  /** More than one can read, and not all at one spot: closer, they come apart. */
  #canPart(group) {
    const spots = new Set(group.map(({ geometry }) => geometry.coordinates.join()));
    return group.length > most && spots.size > 1 && this.#map.getZoom() < this.#map.getMaxZoom();
  }

  #middle(group) {
    const mean = axis => group.reduce((sum, { geometry }) => sum + geometry.coordinates[axis], 0) / group.length;
    return { coordinates: [mean(0), mean(1)] };
  }

  #several(group) {
    const communes = new Set(group.map(({ properties: { commune } }) => commune));
    const text = communes.size === 1 ? this.#texts.several : this.#texts.around;
    return text.replace("{0}", group.length).replace("{1}", group[0].properties.commune);
  }

  #marker({ coordinates: [longitude, latitude] }, className, text, size, name, act) {
    const label = document.createElement("span");
    label.textContent = text;
    const marker = L.marker([latitude, longitude], { icon: L.divIcon({ className, html: label, iconSize: [size, size] }), riseOnHover: true });
    marker.on("click", () => act(marker));
    marker.on("add", () => {
      const element = marker.getElement();
      element.setAttribute("aria-label", name);
      element.addEventListener("keydown", event => {
        if (event.key !== "Enter" && event.key !== " ") { return; }
        event.preventDefault();
        act(marker);
      });
    });
    return marker;
  }

  #open(marker, group, back) {
    const content = document.createElement("div");
    if (group.length > 1) { content.append(Object.assign(document.createElement("h3"), { textContent: this.#several(group) })); }
    const list = content.appendChild(document.createElement("ul"));
    for (const { properties: { id, title, organisation, commune } } of group.slice(0, most)) {
      const href = `/missions/${encodeURIComponent(id)}?retour=${encodeURIComponent(back)}`;
      const link = Object.assign(document.createElement("a"), { href, textContent: title });
      const by = Object.assign(document.createElement("span"), { textContent: group.length > 1 ? organisation : `${organisation}, ${commune}` });
      list.appendChild(document.createElement("li")).append(link, by);
    }
    if (group.length > most) {
      const rest = Object.assign(document.createElement("a"), { href: "#liste", textContent: this.#texts.more.replace("{0}", group.length - most) });
      list.appendChild(document.createElement("li")).append(rest);
    }
    this.#opener = [...this.#byKey].find(([, known]) => known === marker)?.[0];
    // On the map rather than on the mark: the mark is drawn anew when the map moves to make room for it.
    L.popup({ className: "map-popup", maxWidth: 280, maxHeight: 240, offset: [0, -8], closeButton: false })
      .setLatLng(marker.getLatLng()).setContent(content).openOn(this.#map);
    const close = Object.assign(document.createElement("button"), { type: "button", className: "map-popup-close", textContent: "×" });
    close.setAttribute("aria-label", this.#texts.close);
    close.addEventListener("click", () => this.#close());
    content.append(close);
    content.querySelector("a").focus({ preventScroll: true });
  }

  #close() {
    if (!this.#opener) { return; }
    this.#map.closePopup();
    this.#byKey.get(this.#opener)?.getElement()?.focus();
    this.#opener = undefined;
  }
}

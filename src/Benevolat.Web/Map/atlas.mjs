// Natural Earth (public domain), as world-atlas packs it: TopoJSON, where neighbours share their borders.
import { readFileSync } from "node:fs";
import { thin } from "./thinning.mjs";

/** One file of the atlas: country number → polygons in degrees. */
export function atlas(name) {
  const topology = JSON.parse(readFileSync(new URL(`../node_modules/world-atlas/${name}.json`, import.meta.url), "utf8"));
  const arcs = topology.arcs.map(arc => unpack(arc, topology.transform));
  const line = index => (index < 0 ? arcs[~index].toReversed() : arcs[index]);
  const ring = indexes => indexes.flatMap((index, at) => (at === 0 ? line(index) : line(index).slice(1)));
  const countries = new Map();
  for (const { type, id, arcs: shape } of topology.objects.countries.geometries) {
    const polygons = (type === "Polygon" ? [shape] : shape).map(polygon => polygon.map(ring));
    countries.set(id, [...(countries.get(id) ?? []), ...polygons]);
  }
  return countries;
}

/** Each arc is a start and steps, in whole units of a grid. */
function unpack(arc, { scale, translate }) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

const france = "250";
const boxes = {
  971: [-61.9, 15.7, -60.9, 16.6], 972: [-61.3, 14.3, -60.7, 15], 973: [-55, 2, -51, 6], 974: [55, -21.5, 56, -20.8], 976: [44.9, -13.1, 45.4, -12.5],
};
const collectivities = { 975: "666", 977: "652", 978: "663", 986: "876", 987: "258", 988: "540" };

/** The départements and collectivities outside Europe: [{ code, polygons }]. */
export function overseas(countries) {
  const departments = Object.entries(boxes).map(([code, box]) => ({ code, polygons: countries.get(france).filter(polygon => isWithin(polygon, box)) }));
  const others = Object.entries(collectivities).map(([code, id]) => ({ code, polygons: countries.get(id) ?? [] }));
  const shapes = [...departments, ...others].map(({ code, polygons }) => ({ code, polygons: thinned(polygons, 0.004) }));
  const missing = shapes.filter(shape => shape.polygons.length === 0).map(shape => shape.code);
  if (missing.length > 0) { throw new Error(`The atlas has no outline of ${missing.join(", ")}`); }
  return shapes;
}

const guianas = ["740", "076"];

/** The land around France and around French Guiana, coarse: it is only there to tell land from sea. */
export function neighbours(near, far) {
  const europe = [...near].filter(([id]) => id !== france).flatMap(([, polygons]) => polygons.filter(polygon => isWithin(polygon, [-13, 34, 26, 60])));
  const america = guianas.flatMap(id => far.get(id));
  return [{ polygons: thinned([...europe, ...america], 0.015) }];
}

/** Atolls and rocks smaller than what is left out would end as lines: they go. */
function thinned(polygons, tolerance) {
  return polygons.map(rings => rings.map(ring => thin(ring, tolerance)).filter(ring => ring.length > 3)).filter(rings => rings.length > 0);
}

function isWithin([outline], [west, south, east, north]) {
  return outline.every(([longitude, latitude]) => longitude >= west && longitude <= east && latitude >= south && latitude <= north);
}

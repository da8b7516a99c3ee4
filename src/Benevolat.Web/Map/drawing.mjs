// The map that needs no script: one shape an id ("d-69"), in one picture. Where départements are too small to hit or too far
// away, an inset shows them: the inner ring of Paris above on the right, the five overseas below on the left.
const radians = degrees => degrees * Math.PI / 180;
const mercator = latitude => Math.log(Math.tan(Math.PI / 4 + radians(latitude) / 2)) * 180 / Math.PI;

/** A part of the globe drawn into a box of the picture: bounds west, south, east, north; x, y, width of the box. */
const views = [
  { codes: null, bounds: [-5.2, 41.3, 9.6, 51.1], box: [0, 0, 600] },
  { codes: ["75", "92", "93", "94"], bounds: [2.13, 48.68, 2.63, 49.02], box: [505, 0, 105], prefix: "p" },
  { codes: ["971"], bounds: [-61.85, 15.82, -60.98, 16.53], box: [0, 342, 66] },
  { codes: ["972"], bounds: [-61.25, 14.38, -60.8, 14.9], box: [84, 340, 58] },
  { codes: ["973"], bounds: [-54.65, 2.1, -51.6, 5.8], box: [0, 432, 62] },
  { codes: ["974"], bounds: [55.2, -21.4, 55.85, -20.85], box: [74, 440, 56] },
  { codes: ["976"], bounds: [45.0, -13.02, 45.32, -12.62], box: [0, 526, 54] },
];

/** @param shapes [{ code, polygons }] in degrees. @returns the text of an SVG file. */
export function drawing(shapes) {
  const inset = new Set(views.flatMap(view => (view.prefix ? [] : view.codes ?? [])));
  const collectivities = code => code.length === 3 && !inset.has(code);
  const parts = views.flatMap(({ codes, bounds, box, prefix = "d" }) => shapes
    .filter(({ code }) => (codes ? codes.includes(code) : !inset.has(code) && !collectivities(code)))
    .map(({ code, polygons }) => `<path id="${prefix}-${code}" d="${polygons.flat().map(ring => path(ring, bounds, box)).join("")}"/>`));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 614 604">\n${parts.join("\n")}\n</svg>\n`;
}

function path(ring, [west, , east, north], [left, top, width]) {
  const scale = width / (east - west);
  const points = ring.slice(0, -1).map(([longitude, latitude]) => [
    Math.round((left + (longitude - west) * scale) * 10),
    Math.round((top + (mercator(north) - mercator(latitude)) * scale) * 10),
  ]);
  const apart = points.filter(([x, y], at) => at === 0 || x !== points[at - 1][0] || y !== points[at - 1][1]);
  if (apart.length < 3) { return ""; }
  // Steps instead of places: half the size, and the picture is fetched by people on phones.
  const steps = apart.slice(1).map(([x, y], at) => `${(x - apart[at][0]) / 10} ${(y - apart[at][1]) / 10}`);
  return `M${apart[0][0] / 10} ${apart[0][1] / 10}l${steps.join(" ")}z`;
}

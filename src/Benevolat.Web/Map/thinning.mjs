/** Leaves out the points of a ring that lie within `tolerance` degrees of the line without them (Douglas and Peucker). */
export function thin(ring, tolerance) {
  // A ring's ends are one point: cut it at the point farthest from there, so that there is a line to measure from.
  const far = ring.reduce((best, point, at) => (apart(point, ring[0]) > apart(ring[best], ring[0]) ? at : best), 0);
  return [...part(ring.slice(0, far + 1), tolerance).slice(0, -1), ...part(ring.slice(far), tolerance)];
}

function part(line, tolerance) {
  const [first, last] = [line[0], line.at(-1)];
  let [farthest, at] = [0, 0];
  for (let index = 1; index < line.length - 1; index++) {
    const distance = fromLine(line[index], first, last);
    if (distance > farthest) { [farthest, at] = [distance, index]; }
  }
  return farthest <= tolerance ? [first, last] : [...part(line.slice(0, at + 1), tolerance).slice(0, -1), ...part(line.slice(at), tolerance)];
}

const apart = ([x, y], [u, v]) => Math.hypot(x - u, y - v);

function fromLine(point, first, last) {
  const length = apart(first, last);
  return length === 0 ? apart(point, first)
    : Math.abs((last[0] - first[0]) * (first[1] - point[1]) - (first[0] - point[0]) * (last[1] - first[1])) / length;
}

// Writes `www/data/outlines.tsv`: the outlines of countries for the map, and where those lie that are too small
// for one. Run `node src/xtask/outlines.mjs node_modules/world-atlas` and commit what it writes. The shapes are
// Natural Earth's at 1:110 million (public domain) as the npm package world-atlas has them; places of the small
// ones come from 1:50 million. Numbers of ISO 3166 become alpha-3 by the table in src/import/cells/countries.rs.
import { readFileSync, writeFileSync } from "node:fs";

const folder = process.argv[2];
if (!folder) throw new Error("expected the folder of the npm package world-atlas");
const read = (name) => readFileSync(`${folder}/${name}`, "utf8");
const { version } = JSON.parse(read("package.json"));

/** The map's width in its own units: two to a pixel of the widest drawing. */
const WIDTH = 1700;
/** How far a simplified line may lie beside the true one, in those units. */
const TOLERANCE = 4;
/** Islands smaller than this, in square units, are left out where a country has a larger one. */
const LEAST = 40;
/** Nobody trades from further south. */
const SOUTH = -56;
/** ISO 3166: what lies there is no partner. */
const LEFT_OUT = new Set(["ATA", "ATF"]);

const source = readFileSync(new URL("../import/cells/countries.rs", import.meta.url), "utf8");
const codes = new Map([...source.matchAll(/\b([A-Z]{3})[A-Z]{2}(\d{1,3})\b/g)].map(([, code, number]) => [Number(number), code]));

/** Equal Earth, an equal-area projection (Šavrič, Patterson and Jenny 2018). Degrees to the plane. */
function project([longitude, latitude]) {
  const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
  const radians = Math.PI / 180;
  const theta = Math.asin((Math.sqrt(3) / 2) * Math.sin(latitude * radians));
  const square = theta * theta;
  const sixth = square ** 3;
  const x = (2 * Math.sqrt(3) * longitude * radians * Math.cos(theta)) / (3 * (9 * a4 * square * sixth + 7 * a3 * sixth + 3 * a2 * square + a1));
  return [x, theta * (a4 * square * sixth + a3 * sixth + a2 * square + a1)];
}

const [right] = project([180, 0]);
const [, north] = project([0, 83.7]);
const [, south] = project([0, SOUTH]);
const scale = WIDTH / (2 * right);
const exactly = (degrees) => {
  const [x, y] = project(degrees);
  return [(x + right) * scale, (y - south) * scale];
};
const place = (degrees) => exactly(degrees).map(Math.round);

/** Longitudes that go on where they pass the line between 180 east and west. */
function unwrapped(points) {
  let turn = 0;
  return points.map(([longitude, latitude], index) => {
    const before = points[index - 1]?.[0] ?? longitude;
    if (longitude - before > 180) turn -= 360;
    if (longitude - before < -180) turn += 360;
    return [longitude + turn, latitude];
  });
}

/** The arcs of a topology in degrees, each simplified by itself, so that neighbours keep one border. */
function arcs(topology, tolerance) {
  const { scale: steps, translate } = topology.transform;
  return topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const points = arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [x * steps[0] + translate[0], y * steps[1] + translate[1]];
    });
    const onPlane = unwrapped(points).map(exactly);
    return simplified(onPlane, tolerance).map((kept) => points[onPlane.indexOf(kept)]);
  });
}

/** Without the points that lie near the line between those that are kept (Douglas and Peucker 1973). */
function simplified(points, tolerance) {
  if (points.length < 3) return points;
  const [first, last] = [points[0], points.at(-1)];
  let [far, at] = [0, 0];
  for (let index = 1; index < points.length - 1; index += 1) {
    const off = distance(points[index], first, last);
    if (off > far) [far, at] = [off, index];
  }
  if (far <= tolerance) return [first, last];
  return [...simplified(points.slice(0, at + 1), tolerance), ...simplified(points.slice(at), tolerance).slice(1)];
}

function distance([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / length, 0), 1);
  return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** What of a ring lies on one side of a meridian (Sutherland and Hodgman 1974). */
function clipped(ring, meridian, west) {
  const inside = ([longitude]) => (west ? longitude <= meridian : longitude >= meridian);
  return ring.flatMap((point, index) => {
    const before = ring.at(index - 1);
    const share = (meridian - before[0]) / (point[0] - before[0]);
    const cut = [meridian, before[1] + share * (point[1] - before[1])];
    return [...(inside(point) !== inside(before) ? [cut] : []), ...(inside(point) ? [point] : [])];
  });
}

/** A ring's parts on either side of the line between 180 east and west. */
function parted(ring) {
  return [-360, 0, 360].map((turn) => {
    const moved = ring.map(([longitude, latitude]) => [longitude + turn, latitude]);
    return clipped(clipped(moved, 180, true), -180, false);
  });
}

/** The outer ring of each of a geometry's polygons, on the plane. */
function rings(geometry, all) {
  const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.type === "MultiPolygon" ? geometry.arcs : [];
  return polygons.flatMap(([outer]) => {
    const points = outer.flatMap((arc) => (arc < 0 ? [...all[~arc]].reverse() : all[arc]));
    return parted(unwrapped(points)).map((part) => {
      const placed = part.map(place);
      // Without what stands twice, and without the end, which is the beginning.
      const kept = placed.filter(([x, y], index) => index === 0 || x !== placed[index - 1][0] || y !== placed[index - 1][1]);
      if (kept.length > 1 && kept[0][0] === kept.at(-1)[0] && kept[0][1] === kept.at(-1)[1]) kept.pop();
      return kept;
    });
  });
}

const crosses = (ring, y) =>
  ring.flatMap(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length];
    return ay > y !== by > y ? [ax + ((y - ay) / (by - ay)) * (bx - ax)] : [];
  }).sort((one, other) => one - other);

function area(ring) {
  return Math.abs(ring.reduce((sum, [x, y], index) => {
    const [bx, by] = ring[(index + 1) % ring.length];
    return sum + x * by - bx * y;
  }, 0)) / 2;
}

/** Where a country's dot and name stand: the middle of its largest part, on land. */
function middle(ring) {
  const mean = (pick) => ring.reduce((sum, point) => sum + pick(point), 0) / ring.length;
  const y = Math.round((Math.min(...ring.map(([, y]) => y)) + Math.max(...ring.map(([, y]) => y))) / 2) + 0.5;
  const ends = crosses(ring, y);
  let widest = [mean(([x]) => x), 0];
  for (let index = 0; index + 1 < ends.length; index += 2) {
    const width = ends[index + 1] - ends[index];
    if (width > widest[1]) widest = [(ends[index] + ends[index + 1]) / 2, width];
  }
  return [Math.round(widest[0]), Math.round(y - 0.5)];
}

/** Every country of a topology with its rings, the largest first. */
function countries(name, tolerance) {
  const topology = JSON.parse(read(name));
  const all = arcs(topology, tolerance);
  return topology.objects.countries.geometries.flatMap((geometry) => {
    const code = codes.get(Number(geometry.id)) ?? "";
    if (LEFT_OUT.has(code)) return [];
    const own = rings(geometry, all).filter((ring) => ring.length > 0).sort((one, other) => area(other) - area(one));
    return own.length > 0 ? [{ code, own }] : [];
  });
}

const written = ([first, ...rest]) => {
  let [x, y] = first;
  const steps = rest.flatMap(([nx, ny]) => {
    const step = [nx - x, ny - y];
    [x, y] = [nx, ny];
    return step;
  });
  return [...first, ...steps].join(" ");
};

const shaped = countries("countries-110m.json", TOLERANCE).map(({ code, own }) => {
  const kept = own.filter((ring, index) => ring.length > 2 && (index === 0 || area(ring) >= LEAST));
  return { code, at: middle(own[0]), kept, size: kept.reduce((sum, ring) => sum + area(ring), 0) };
});
// The large first: what lies within another is drawn over it.
shaped.sort((one, other) => other.size - one.size);
const known = new Set(shaped.map(({ code }) => code));
const dots = countries("countries-50m.json", 0).filter(({ code }) => code !== "" && !known.has(code));
const lines = [
  `# Natural Earth 1:110m (public domain) by world-atlas ${version}; Equal Earth projection; written by src/xtask/outlines.mjs`,
  `${WIDTH}\t${Math.round((north - south) * scale)}`,
  ...shaped.map(({ code, at, kept }) => [code, at.join(" "), kept.map(written).join(";")].join("\t")),
  ...dots.map(({ code, own }) => [code, middle(own[0]).join(" "), ""].join("\t")),
];
writeFileSync(new URL("../../www/data/outlines.tsv", import.meta.url), `${lines.join("\n")}\n`);
console.log(`${shaped.length} outlines, ${dots.length} places`);

// Places on the map, in the Natural Earth projection: the data is
// {places: [{name, country, lat, lon, contacts, last, href}]}.
import { geoNaturalEarth1 } from "d3-geo";

// located are the places with coordinates, those with the most contacts first, so that
// smaller ones are drawn over larger ones.
export function located(places) {
  const number = (n) => typeof n === "number" && Number.isFinite(n);
  return places
    .filter((p) => number(p.lat) && number(p.lon) && Math.abs(p.lat) <= 90 && Math.abs(p.lon) <= 180)
    .sort((a, b) => b.contacts - a.contacts || (a.name < b.name ? -1 : 1));
}

// projectionFor fits the whole world into a width and a height.
export const projectionFor = (width, height) => geoNaturalEarth1().fitExtent([[2, 2], [width - 2, height - 2]], { type: "Sphere" });

// radius is that of a place's circle in pixels on a map so wide: its area goes by the
// contacts.
export const radius = (contacts, most, width) => Math.max(0.55, Math.min(1, width / 900)) * (3 + 15 * Math.sqrt(contacts / Math.max(1, most)));

// view is the zoom {k, x, y} that shows points with room around them, at most so large.
export function view(points, width, height, most) {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const k = Math.max(1, Math.min(most, (width * 0.86) / Math.max(1, right - left), (height * 0.8) / Math.max(1, bottom - top)));
  const inside = (shift, size) => Math.max(size * (1 - k), Math.min(0, shift)); // no more sea than there is
  return { k, x: inside(width / 2 - (k * (left + right)) / 2, width), y: inside(height / 2 - (k * (top + bottom)) / 2, height) };
}

// named are where the names of circles, [x, y, radius, width of the name], find room: at
// the right, at the left, above or below, as [x, y] of the middle of the name beside the
// middle of the circle, within the width of the map, on no other name and over the middle of
// no other circle; null where there is none. Earlier circles come first.
export function named(circles, height, wide) {
  const taken = [];
  return circles.map(([x, y, r, width], i) => {
    const aside = r + 3 + width / 2;
    const over = r + 2 + height / 2;
    const at = [[aside, 0], [-aside, 0], [0, -over], [0, over]].find(([dx, dy]) => {
      const box = [x + dx - width / 2, y + dy - height / 2, x + dx + width / 2, y + dy + height / 2];
      const meets = (b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3];
      const free = box[0] >= 0 && box[2] <= wide && !taken.some(meets) && !circles.some(([cx, cy], j) => j !== i && meets([cx - 3, cy - 3, cx + 3, cy + 3]));
      return free && taken.push(box);
    });
    return at ?? null;
  });
}

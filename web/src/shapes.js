// The shapes that kinds of contacts are drawn as, paths around 0,0 that fit into 14 by 14.
const shapes = {
  call: "M-6,0a6,6 0 1,0 12,0a6,6 0 1,0 -12,0Z",
  video: "M-4,-4.5H4A2,2 0 0 1 6.5,-2.5V2.5A2,2 0 0 1 4,4.5H-4A2,2 0 0 1 -6.5,2.5V-2.5A2,2 0 0 1 -4,-4.5Z",
  meeting: "M-5.5,-5.5H5.5V5.5H-5.5Z",
  talks: "M0,-7L7,0L0,7L-7,0Z",
  visit: "M0,-6.5L6.5,5.5H-6.5Z",
  letter: "M-6.5,-4.5H6.5V4.5H-6.5ZM-6.5,-4.5L0,1L6.5,-4.5",
  other: "M-3.3,-5.8H3.3L6.6,0L3.3,5.8H-3.3L-6.6,0Z",
};

export const kinds = Object.keys(shapes);
export const statuses = ["held", "ongoing", "scheduled", "proposed", "denied", "cancelled"];

// shape is the path of a kind.
export const shape = (kind) => shapes[kind] ?? shapes.other;

// strokes are what is drawn over a shape: a cross over what is denied, one stroke through
// what is called off.
export function strokes(status) {
  if (status === "denied") return "M-8,-8L8,8M-8,8L8,-8";
  return status === "cancelled" ? "M-9,5L9,-5" : "";
}

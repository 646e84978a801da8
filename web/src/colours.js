// Colours of the stylesheet, for what is drawn on a canvas.

const fallbacks = { raised: "#ffffff", ink: "#1d1c1a", soft: "#5d5a53", accent: "#0b5566", planned: "#2358a8", denied: "#a8261d", disputed: "#93301a" };

// colours reads them as they are now, light or dark, each as #rrggbb.
export function colours(element) {
  const style = getComputedStyle(element);
  const pen = document.createElement("canvas").getContext("2d");
  const read = (name) => {
    pen.fillStyle = fallbacks[name];
    pen.fillStyle = style.getPropertyValue(`--${name}`).trim(); // what is no colour changes nothing
    return pen.fillStyle;
  };
  return { ...Object.fromEntries(Object.keys(fallbacks).map((name) => [name, read(name)])), font: style.fontFamily };
}

// mix is so much of one colour, from 0 to 1, in another; both as #rrggbb.
export function mix(colour, other, share) {
  const part = (s, i) => parseInt(s.slice(1 + 2 * i, 3 + 2 * i), 16);
  return `#${[0, 1, 2].map((i) => Math.round(part(colour, i) * share + part(other, i) * (1 - share)).toString(16).padStart(2, "0")).join("")}`;
}

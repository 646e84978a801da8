// Names of parties on the canvas of the network: those of the largest first, and none
// over another or over the middle of a circle.

// labels gives sigma's drawers of names, with colours as they are when they draw. Names
// are gathered from the start of a picture; flush writes them.
export function labels(colours) {
  let waiting = [];

  function write(context, node, settings, free) {
    const c = colours();
    const size = settings.labelSize + (node.size > 14 ? 1 : 0);
    context.font = `${node.size > 11 ? 600 : 400} ${size}px ${c.font}`;
    const width = context.measureText(node.label).width;
    const right = node.x + node.size + 4;
    const left = node.x - node.size - 4 - width;
    const y = node.y + size / 3;
    const sides = right + width < context.canvas.clientWidth ? [right, left] : [left];
    const x = sides.find((at) => free([at - 2, y - size, at + width + 2, y + 3]));
    if (x === undefined) return;
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = c.raised;
    context.fillStyle = c.ink;
    context.strokeText(node.label, x, y); // a rim, so that lines behind do not cross it
    context.fillText(node.label, x, y);
  }

  return {
    start() { waiting = []; },
    name(context, node, settings) {
      if (node.label) waiting.push([context, node, settings]);
    },
    flush() {
      const taken = [];
      const middles = waiting.map(([, n]) => [n.x - 0.6 * n.size, n.y - 0.6 * n.size, n.x + 0.6 * n.size, n.y + 0.6 * n.size]);
      const free = (box) => ![...taken, ...middles].some((t) => overlap(t, box)) && taken.push(box) > 0;
      waiting.sort(([, a], [, b]) => b.size - a.size || (a.key < b.key ? -1 : 1));
      for (const [context, node, settings] of waiting) write(context, node, settings, free);
    },
    pointed(context, node, settings) {
      context.beginPath();
      context.arc(node.x, node.y, node.size + 3, 0, 2 * Math.PI);
      context.lineWidth = 2;
      context.strokeStyle = colours().ink;
      context.stroke();
      if (node.label) write(context, node, settings, () => true);
    },
  };
}

// overlap is whether two boxes, [left, top, right, bottom], have a point in common.
export const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// The network of parties: who had contacts with whom, how many, and what became of them.
// graph.js says what the data is; days in it, {day, contacts}, bring the control of time.
import { Unable, islands } from "./island.js";

islands("network", async (element, data, words) => {
  const canvas = document.createElement("canvas");
  if (!canvas.getContext("webgl2") && !canvas.getContext("webgl")) throw new Unable("no-webgl");
  const { draw } = await import("./drawing.js"); // which cannot even be loaded without
  draw(element, data, words);
});

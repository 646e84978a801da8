// Broken lines for the network: sigma's own line with gaps in it.
import { EdgeRectangleProgram } from "sigma/rendering";

// broken makes a program for lines that are there for a share of each period, which is in
// pixels. For the pointer they are whole.
function broken(period, share) {
  return class extends EdgeRectangleProgram {
    getDefinition() {
      const whole = super.getDefinition();
      return {
        ...whole,
        VERTEX_SHADER_SOURCE: before("void main", whole.VERTEX_SHADER_SOURCE, "varying float v_along;\n").replace(
          /\}\s*$/, // a pixel of the screen is u_correctionRatio long where lines have their ends
          "v_along = a_positionCoef * distance(a_positionStart, a_positionEnd) / u_correctionRatio;\n}\n",
        ),
        FRAGMENT_SHADER_SOURCE: before("void main", whole.FRAGMENT_SHADER_SOURCE, "varying float v_along;\n").replace(
          /void main\([^)]*\)\s*\{/,
          `$&\n#ifndef PICKING_MODE\nif (mod(v_along, ${period.toFixed(1)}) > ${(period * share).toFixed(1)}) discard;\n#endif\n`,
        ),
      };
    }
  };
}

const before = (mark, text, more) => text.replace(mark, more + mark);

export const lines = { dashed: broken(11, 0.6), dotted: broken(5, 0.45) };

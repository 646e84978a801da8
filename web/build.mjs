// Builds the scripts of src/ into internal/web/static/built/, from where the program
// embeds them: each with the hash of its content in its name, manifest.json with these
// names, and LICENSES.txt with the licences of all that went into them. The same sources
// give the same bytes on every machine.
import { build } from "esbuild";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const built = path.join(here, "../internal/web/static/built");
const scripts = ["map", "network", "page", "timeline"];

await mkdir(built, { recursive: true });
for (const old of await readdir(built)) {
  if (old !== ".keep") await rm(path.join(built, old), { recursive: true });
}
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: scripts.map((name) => `src/${name}.js`),
  outdir: built,
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  banner: { js: "// Licences of what is in here: /static/built/LICENSES.txt" },
  metafile: true,
  logLevel: "warning",
});

const manifest = {};
for (const [file, output] of Object.entries(metafile.outputs)) {
  if (output.entryPoint) manifest[path.basename(output.entryPoint, ".js")] = path.basename(file);
}
const missing = scripts.filter((name) => !manifest[name]);
if (missing.length) throw new Error(`not built: ${missing}`);
const sorted = Object.fromEntries(Object.entries(manifest).sort());
await writeFile(path.join(built, "manifest.json"), JSON.stringify(sorted, null, 2) + "\n");
await writeFile(path.join(built, "LICENSES.txt"), await licences(Object.keys(metafile.inputs)));

for (const [file, output] of Object.entries(metafile.outputs).sort()) {
  console.log(`${path.basename(file).padEnd(28)} ${(output.bytes / 1024).toFixed(1).padStart(7)} kB`);
}

// licences tells for each package that has a file among the inputs its name, version,
// licence, and the text of it where the package brings one.
async function licences(inputs) {
  const packages = new Set(inputs.map((file) => file.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean));
  const out = [];
  for (const name of [...packages].sort()) {
    const folder = path.join(here, "node_modules", name);
    const about = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
    const file = (await readdir(folder)).find((f) => /^licen[cs]e/i.test(f));
    const author = typeof about.author === "string" ? about.author : about.author?.name;
    const text = file ? await readFile(path.join(folder, file), "utf8") : `Author: ${author ?? "not named"}`;
    out.push(`${name} ${about.version} (${about.license})\n\n${text.trim()}\n`);
  }
  return out.join(`\n${"-".repeat(80)}\n\n`);
}

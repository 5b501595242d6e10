// Bundles scripts, styles and icons into crates/web/dist, which build.rs embeds in the binary.
import { build } from "esbuild";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const assets = dirname(fileURLToPath(import.meta.url));
const dist = join(assets, "../dist");
const lucide = dirname(createRequire(import.meta.url).resolve("lucide-static/package.json"));

const files = ["app.js", "app.css", "icons.svg", "favicon.svg", "manifest.webmanifest"];
await mkdir(dist, { recursive: true });
for (const file of await readdir(dist)) if (!files.includes(file)) await rm(join(dist, file), { recursive: true });
await bundle("app.ts", { format: "esm", target: "es2023", legalComments: "none" });
// Styles keep nesting and light-dark() as written: every current browser reads them.
await bundle("css/app.css", { target: "esnext" });
await put("icons.svg", Buffer.from(await sprite()));
for (const file of files.slice(3)) await put(file, await readFile(join(assets, file)));
for (const file of files.slice(0, 3)) {
  const bytes = await readFile(join(dist, file));
  console.log(`${file.padEnd(10)} ${bytes.length} bytes, ${gzipSync(bytes, { level: 9 }).length} gzipped`);
}

async function bundle(from, options) {
  const entryPoints = { app: join(assets, from) };
  const { outputFiles } = await build({ entryPoints, outdir: dist, bundle: true, minify: true, write: false, ...options });
  for (const { path, contents } of outputFiles) await put(basename(path), Buffer.from(contents));
}

/** What is there already is left alone, or the program would be built anew each time. */
async function put(file, bytes) {
  const path = join(dist, file);
  const before = await readFile(path).catch(() => null);
  if (!before?.equals(bytes)) await writeFile(path, bytes);
}

/** One SVG with a symbol per line of icons.txt, drawn with the strokes of whoever uses it. */
async function sprite() {
  const lines = (await readFile(join(assets, "icons.txt"), "utf8")).split("\n");
  const symbols = [];
  for (const line of lines) {
    if (!line.trim() || line.startsWith("#")) continue;
    const [name, drawing = name] = line.trim().split(/\s+/);
    const svg = await readFile(join(lucide, "icons", `${drawing}.svg`), "utf8");
    const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- Lucide icons, ISC licence, https://lucide.dev/license -->${symbols.join("")}</svg>\n`;
}

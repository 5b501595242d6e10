// The gallery: every component and screen as plain HTML, the markup that views copy.
//   npm run gallery          serves it on http://localhost:4400 under the product's own CSP
//   npm run shots [folder]   photographs every page in three widths, light and dark, and runs axe on each,
//                            in the browser that CHROMIUM names, else in the one playwright installed
import { createServer } from "node:http";
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const assets = dirname(fileURLToPath(import.meta.url));
const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; font-src 'self'; manifest-src 'self'";
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json" };

const server = createServer((request, response) => {
  answer(request, new URL(request.url, "http://localhost"), response).catch((error) => {
    response.writeHead(error.code === "ENOENT" ? 404 : 500).end(String(error));
  });
});

async function answer(request, url, response) {
  const cookie = Object.fromEntries((request.headers.cookie ?? "").split("; ").map((pair) => pair.split("=")));
  if (url.pathname === "/live") return response.writeHead(200, { "Content-Type": "text/event-stream" }).write(": hello\n\n");
  if (url.pathname.startsWith("/assets/")) {
    const name = url.pathname.slice("/assets/".length);
    return response.writeHead(200, { "Content-Type": TYPES[extname(name)] }).end(await readFile(join(assets, "../dist", name)));
  }
  if (request.method === "POST") {
    response.setHeader("HX-Trigger", JSON.stringify({ toast: { text: "Saved", undo: "/changes/1/undo" } }));
    if (url.pathname !== "/show") return response.writeHead(204).end();
  }
  const fragment = { "/search": "search", "/peek": "peek", "/edit": "edit", "/show": "show" }[url.pathname];
  const html = fragment ? await readFile(join(assets, "gallery/fragments", `${fragment}.html`), "utf8") : await page(url.pathname.slice(1));
  const set = (name, fallback) => url.searchParams.get(name) ?? cookie[name] ?? fallback;
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": CSP });
  response.end(html.replace('data-theme="system"', `data-theme="${set("theme", "system")}"`)
    .replace('data-density="comfortable"', `data-density="${set("density", "comfortable")}"`)
    .replace('data-sidebar="wide"', `data-sidebar="${set("sidebar", "wide")}"`));
}

/** A whole document as it is, or a <main> put into the shell of gallery.html. */
async function page(name) {
  const shell = await readFile(join(assets, "gallery.html"), "utf8");
  if (!name) return shell;
  const main = await readFile(join(assets, "gallery", `${name}.html`), "utf8");
  return main.startsWith("<!doctype") ? main : shell.replace(/<main[\s\S]*<\/main>/, () => main.trim());
}

if (process.argv[2] === "shots") {
  server.listen(0, () => photograph(server.address().port, process.argv[3] ?? join(tmpdir(), "kartotek-shots")));
} else {
  server.listen(4400, () => console.log("http://localhost:4400"));
}

async function photograph(port, folder) {
  const { chromium } = await import("playwright-core");
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const profile = await mkdtemp(join(tmpdir(), "kartotek-profile-"));
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launchPersistentContext(profile, {
    ...(process.env.CHROMIUM && { executablePath: process.env.CHROMIUM }), headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  const only = process.argv[4]?.split(",");
  const names = ["", ...(await readdir(join(assets, "gallery"))).filter((f) => f.endsWith(".html")).map((f) => f.slice(0, -5))];
  let violations = 0;
  for (const name of names.filter((n) => !only || only.includes(n || "components"))) {
    for (const [width, theme] of [[1440, "light"], [1440, "dark"], [1024, "light"], [390, "light"], [390, "dark"]]) {
      const tab = await browser.newPage();
      tab.on("console", (message) => message.type() === "error" && console.log(`  ${name} ${width}: ${message.text()}`));
      tab.on("pageerror", (error) => console.log(`  ${name} ${width}: ${error}`));
      await tab.setViewportSize({ width, height: width < 500 ? 844 : 900 });
      await tab.goto(`http://localhost:${port}/${name}?theme=${theme}`);
      await tab.waitForTimeout(80);
      const label = `${name || "components"}-${width}-${theme}`;
      const tall = name === "";
      await tab.screenshot({ path: join(folder, `${label}.png`), fullPage: tall });
      const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 0) console.log(`  ${label}: ${overflow} px too wide`);
      if (width !== 1024) {
        await tab.evaluate(axe);
        const result = await tab.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        for (const found of result.violations) {
          violations += found.nodes.length;
          console.log(`  ${label}: ${found.id}: ${found.nodes.slice(0, 4).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join(" | ")}`);
        }
      }
      await tab.close();
    }
  }
  console.log(`${violations} axe violations; pictures in ${folder}`);
  await browser.close();
  await rm(profile, { recursive: true, force: true });
  server.close();
  process.exit(violations ? 1 : 0);
}

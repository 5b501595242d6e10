// The first screen as a browser sees it: how much script and style the list brings, and when it can be read.
// Called by `make bench` with the address of the list; says what it found as JSON.

import http from "node:http";
import { chromium } from "playwright-core";

const [address] = process.argv.slice(2);
const [name, value] = process.env.COOKIE.split("=");
const VISITS = 7;
let icon;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  // The browser itself starts with the first page it shows; that is not ours to measure.
  await (await opened()).close();
  const empty = [];
  for (let visit = 0; visit < VISITS; visit += 1) {
    const page = await opened();
    empty.push(await visited(page));
    await page.close();
  }
  const page = await opened();
  await visited(page);
  const kept = [];
  for (let visit = 0; visit < VISITS; visit += 1) kept.push(await visited(page));
  console.log(JSON.stringify({ assets: await assets(page), loaded: middle(kept), loaded_first: middle(empty) }));
} finally {
  await browser.close();
}

// A page of a browser that was never here: signed in, with an empty cache.
async function opened() {
  const context = await browser.newContext();
  await context.addCookies([{ name, value, url: address }]);
  const page = await context.newPage();
  // Chromium starts a process for every site it has not shown; the icon alone wakes it.
  if (icon) await page.goto(icon);
  else await visited(page);
  icon ??= await page.evaluate(() => document.querySelector("link[rel=icon]").href);
  return page;
}

function middle(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

// Milliseconds from the start of the navigation to DOMContentLoaded.
async function visited(page) {
  await page.goto(address, { waitUntil: "load" });
  return page.evaluate(
    () => performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
  );
}

// Bytes of the page's scripts and styles, as gzip sends them.
async function assets(page) {
  const addresses = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => entry.name)
      .filter((name) => /\.(js|css)(\?|$)/.test(new URL(name).pathname)),
  );
  const sizes = await Promise.all([...new Set(addresses)].map(gzipped));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function gzipped(address) {
  return new Promise((resolve, reject) => {
    http
      .get(address, { headers: { "accept-encoding": "gzip" } }, (answer) => {
        let size = 0;
        answer.on("data", (block) => (size += block.length));
        answer.on("end", () =>
          answer.statusCode === 200 ? resolve(size) : reject(new Error(`${answer.statusCode} for ${address}`)),
        );
      })
      .on("error", reject);
  });
}

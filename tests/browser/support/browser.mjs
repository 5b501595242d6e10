// Chromium, started for one run with a profile of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export async function openBrowser() {
  const temporary = await mkdtemp(join(tmpdir(), "kartotek-profile-"));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: FLAGS,
    downloadsPath: temporary,
  });
  const close = async () => {
    await browser.close();
    await rm(temporary, { recursive: true, force: true });
  };
  return { browser, close };
}

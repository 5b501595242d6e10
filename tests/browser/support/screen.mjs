// Reading a screen: its toasts, its rows, what it lacks.
import assert from "node:assert/strict";

/** Waits for a toast with this text. */
export async function toast(page, text) {
  const shown = page.locator("k-toast .toast").filter({ hasText: text });
  await shown.waitFor();
  return shown;
}

export async function undoToast(page, text) {
  const shown = await toast(page, text);
  await shown.getByRole("button").click();
}

/** Waits until something is true of the page, asking again and again. */
export async function eventually(ask, what, limit = 10_000) {
  const end = Date.now() + limit;
  for (;;) {
    // The page may be left while it is asked.
    const last = await ask().catch((error) => {
      if (!/context was destroyed|Timeout/.test(error.message)) throw error;
    });
    if (last) return last;
    if (Date.now() > end) throw new Error(`it did not come true: ${what}`);
    await new Promise((go) => setTimeout(go, 60));
  }
}

/** The line of a field on a card, by its label. */
export function field(page, label) {
  const named = page.locator("dt").getByText(label, { exact: true });
  return page.locator(".fields dl > div").filter({ has: named });
}

/** Opens the editor of a field on a card; those without a value are unfolded first. */
export async function edit(page, label) {
  const line = field(page, label);
  await line.waitFor({ state: "attached" });
  if (!(await line.isVisible())) await page.locator("section.fields").filter({ has: line }).locator("summary").click();
  await line.locator("[data-open]").click();
  await line.locator("form").waitFor();
  return line;
}

/** Does something that a part of the page answers, and waits until the answer stands there. */
export async function answered(page, path, act) {
  const [answer] = await Promise.all([page.waitForResponse((response) => new URL(response.url()).pathname === path), act()]);
  await answer.finished();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
}

/** The names in a list, from the top. */
export function names(page) {
  return page.locator("tbody tr[data-row] th a").evaluateAll((links) => links.map((link) => link.firstChild.textContent.trim()));
}

export async function noSidewaysScroll(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${page.url()} is ${over} px wider than the screen`);
}

/** Every text a reader sees or hears on the page. */
export function texts(page) {
  return page.evaluate(() => {
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      if (!parent.closest("script, style, [data-verbatim]")) found.push(walk.currentNode.textContent.trim());
    }
    for (const name of ["aria-label", "title", "placeholder", "data-undo", "data-offline", "data-failed"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name).trim());
    }
    return [...found.filter(Boolean), document.title];
  });
}

/** Goes to an address and waits until its elements are alive. */
export async function open(page, path) {
  await page.goto(path);
  await page.waitForFunction(() => customElements.get("k-toast") !== undefined);
}

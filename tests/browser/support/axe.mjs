// axe-core over a screen: wide and on a phone, light and dark, no violation.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = [[1440, "light"], [1440, "dark"], [390, "light"], [390, "dark"]];

/** Throws when any look of the screen violates a rule. */
export async function audit(page, looks = LOOKS) {
  const found = [];
  const before = page.viewportSize();
  for (const [width, theme] of looks) {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await settled(page);
    // Themes differ in colour and in nothing else.
    const violations = await violationsOf(page, theme === "dark" && looks.length > 2 ? ["color-contrast"] : null);
    found.push(...violations.map((violation) => `${width} px, ${theme}: ${violation}`));
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (found.length) throw new Error(`axe at ${new URL(page.url()).pathname}:\n${found.join("\n")}`);
}

/** Colours on their way from one theme to another are nobody's. What never ends cannot be finished. */
function settled(page) {
  return page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    for (const animation of document.getAnimations()) {
      try { animation.finish(); } catch { /* endless */ }
    }
    await new Promise((drawn) => requestAnimationFrame(drawn));
  });
}

async function violationsOf(page, rules) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
  const results = await page.evaluate((only) => axe.run({ resultTypes: ["violations"], ...(only && { runOnly: only }) }), rules);
  return results.violations.map((violation) => {
    const node = violation.nodes[0];
    const why = node.any.concat(node.all, node.none).map((check) => check.message).join("; ");
    return `${violation.id} (${violation.nodes.length}×): ${node.html.slice(0, 200)} – ${why.slice(0, 260)}`;
  });
}

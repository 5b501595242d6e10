// Own fields: their type is changed after a look at what every value becomes; a card's layout is arranged by keyboard, by
// dragging and without script.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { eventually, noSidewaysScroll, open, toast, undoToast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

/** Sends a form as the page would; says where it led. */
async function send(page, path, form) {
  const answer = await page.request.post(path, { form, maxRedirects: 0 });
  assert.equal(answer.status(), 303, `${path}: ${await answer.text()}`);
  return answer.headers()["location"];
}

async function ownField(page, label, values) {
  await send(page, "/settings/objects/company/fields", { kind: "text", label, group: "about", listed: "1" });
  const key = `own_${label.toLowerCase()}`;
  const cards = [];
  for (const [name, value] of values) cards.push(await send(page, "/companies", { name, [key]: value }));
  return { key, cards };
}

/** The labels of a group's fields while it is arranged. */
const lines = (page, group) => page.locator(`[data-group="${group}"] li b`).allTextContents();

export default suite("Own fields", (test) => {
  test("a type changes after a look, and one undo brings it back", async (world) => {
    const page = await world.page();
    const { key, cards } = await ownField(page, "Tonnage", [["Berg", "12.5"], ["Dal", "12.5"], ["Elv", "large"], ["Fjord", "7"]]);
    await open(page, `/settings/objects/company/fields/${key}`);
    await page.getByRole("link", { name: "Change the type" }).click();
    await page.getByRole("heading", { level: 1, name: "Change the type of “Tonnage”" }).waitFor();
    await audit(page);
    await page.getByRole("link", { name: /^Number/ }).click();
    await page.getByRole("heading", { name: "What becomes of the values" }).waitFor();
    const lost = page.locator("tr").filter({ hasText: "large" });
    assert.match(await lost.textContent(), /empty/);
    await page.getByRole("link", { name: "Elv" }).waitFor();
    await audit(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await noSidewaysScroll(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByLabel("Leave those empty").check();
    await page.getByRole("button", { name: "Change the type" }).click();
    await toast(page, "“Tonnage” is Number now");
    await open(page, cards[0]);
    await page.locator("dd").filter({ hasText: "12,5" }).first().waitFor();
    await open(page, `${cards[2]}/history`);
    await page.getByText("large").first().waitFor();
    await open(page, "/history");
    await page.getByText("Changed the type of Tonnage").first().waitFor();
  });

  test("a layout is arranged by keyboard, and the focus stays with what was moved", async (world) => {
    const page = await world.page();
    const { key, cards } = await ownField(page, "Berth", [["Holm", "A 4"]]);
    await open(page, cards[0]);
    await page.getByRole("button", { name: "More" }).last().click();
    await page.getByRole("link", { name: "Edit layout" }).click();
    await page.getByRole("heading", { level: 1, name: "Edit layout" }).waitFor();
    await audit(page);
    const before = await lines(page, "about");
    assert.equal(before.at(-1), "Berth");
    const up = page.locator(`#move-field-${key}-up`);
    await up.focus();
    await page.keyboard.press("Enter");
    await eventually(async () => (await lines(page, "about")).at(-2) === "Berth", "the field went up");
    assert.equal(await page.evaluate(() => document.activeElement?.id), `move-field-${key}-up`);
    await page.keyboard.press("Enter");
    await eventually(async () => (await lines(page, "about")).at(-3) === "Berth", "the field went up again");
    await undoToast(page, "Layout saved");
    await page.getByText("The last step was taken back").waitFor();
    assert.equal((await lines(page, "about")).at(-2), "Berth");
    // A group of our own, and the field into it from its menu.
    await page.getByLabel("New group").fill("Harbour");
    await page.keyboard.press("Enter");
    await page.locator("[data-group=made_1]").waitFor();
    await page.getByRole("button", { name: "More about Berth" }).click();
    await page.getByRole("button", { name: "Move to “Harbour”" }).click();
    await eventually(async () => (await lines(page, "made_1")).includes("Berth"), "the field is in the group");
    await page.getByRole("button", { name: "More about Berth" }).click();
    await page.getByRole("button", { name: "Show in the head of the card" }).click();
    await page.locator("[aria-labelledby=layout-facts] li").filter({ hasText: "Berth" }).waitFor();
    await audit(page);
    await page.getByRole("link", { name: "Done" }).click();
    await page.locator(".fields h2").filter({ hasText: "Harbour" }).waitFor();
    await page.locator(".facts li").filter({ hasText: "A 4" }).waitFor();
  });

  test("a field is dragged to another group, and a phone shows it all", async (world) => {
    // All groups in sight: nothing has to scroll while it is dragged.
    const page = await world.page({ viewport: { width: 1440, height: 1800 } });
    const [card] = (await ownField(page, "Draught", [["Vik", "3 m"]])).cards;
    await open(page, `${card}/layout`);
    await page.locator("li[data-field=own_draught]").dragTo(page.locator("[data-group=made_1] header"));
    await eventually(async () => (await lines(page, "made_1")).includes("Draught"), "the field was dropped there");
    await page.setViewportSize({ width: 390, height: 844 });
    await noSidewaysScroll(page);
    await audit(page, [[390, "dark"]]);
  });

  test("without script every step is a button and a page", async (world) => {
    const page = await world.page({ javaScriptEnabled: false });
    const [card] = (await ownField(page, "Keel", [["Ås", "long"]])).cards;
    await page.goto(`${card}/layout`);
    await page.getByRole("button", { name: "Move Keel up" }).click();
    await page.getByText("Layout saved").waitFor();
    assert.notEqual((await lines(page, "about")).at(-1), "Keel");
    await page.getByRole("button", { name: "Back to how it was declared" }).click();
    await page.getByText("Nobody has arranged these cards yet").waitFor();
  });
});

// The whole way without a mouse: write a card down, find it, change it, log a call.
import assert from "node:assert/strict";
import { answered, eventually, field, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

/** Tab until the focus is where it should be. */
async function tabTo(page, what, matches, most = 80) {
  for (let at = 0; at < most; at += 1) {
    if (await page.evaluate(matches)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to ${what}`);
}

export default suite("Keyboard", (test) => {
  test("create, search, edit and log a call, all by keys", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    await page.keyboard.press("n");
    await page.waitForURL("**/people/new");
    await tabTo(page, "the first name", () => document.activeElement.name === "name.given");
    await page.keyboard.type("Karin");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Key");
    await tabTo(page, "the phone", () => document.activeElement.name === "phones.0.number");
    await page.keyboard.type("20 77 88 99");
    await page.keyboard.press("Enter");
    await toast(page, "Karin Key was created");

    await page.keyboard.press("g");
    await page.keyboard.press("t");
    await page.waitForURL("**/today");
    await page.keyboard.press("/");
    await page.keyboard.type("kar");
    await page.locator("dialog.palette [aria-selected=true]").filter({ hasText: "Karin Key" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Karin Key" }).waitFor();

    await tabTo(page, "the editor of the name", () => /fields\/name$/.test(document.activeElement.getAttribute("href") ?? ""));
    await page.keyboard.press("Enter");
    await page.locator("k-edit form input[name='name.given']").waitFor();
    await eventually(() => page.evaluate(() => document.activeElement.closest("k-edit form") !== null), "the editor has the focus");
    await tabTo(page, "the last name", () => document.activeElement.name === "name.family");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Keys");
    await page.keyboard.press("Enter");
    await toast(page, "Name was saved");
    await field(page, "Name").getByText("Karin Keys").waitFor();
    await eventually(() => page.evaluate(() => /fields\/name$/.test(document.activeElement.getAttribute("href") ?? "")), "the focus is back");

    await tabTo(page, "the call tab", () => document.activeElement.matches("#composer nav a[href*='kind=call']"), 120);
    await page.keyboard.press("Enter");
    await page.locator("#composer [aria-current=true][href*='kind=call']").waitFor();
    await tabTo(page, "what was said", () => document.activeElement.matches("#composer textarea"), 120);
    await page.keyboard.type("Talked about keys");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Rea");
    await tabTo(page, "the button", () => document.activeElement.matches("#composer form footer button"));
    await page.keyboard.press("Enter");
    await toast(page, "Call logged");
    await page.locator(".timeline").getByText("Talked about keys").waitFor();
  });

  test("the first Tab offers to skip to the content", async (world) => {
    const page = await world.page();
    await open(page, "/today");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  });

  test("? lists the shortcuts and Esc closes the list", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await dialog.waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
  });

  test("a filter is built without losing the place", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    await tabTo(page, "the filter button", () => document.activeElement.getAttribute("popovertarget") === "filter-builder");
    await page.keyboard.press("Enter");
    await tabTo(page, "the field", () => document.activeElement.name === "field.0.0");
    await answered(page, "/people/filter", () => page.keyboard.type("Job"));
    assert.equal(await page.evaluate(() => document.activeElement.name), "field.0.0", "the focus stays");
    await tabTo(page, "the value", () => document.activeElement.matches("input[name='value.0.0']"), 5);
    await page.keyboard.type("Nobody");
    await page.keyboard.press("Enter");
    await page.waitForURL(/filter=.*Nobody/);
  });

  test("letters typed into a field are no shortcuts", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    await page.getByLabel("Find in this list").pressSequentially("n/x?j");
    assert.equal(await page.getByLabel("Find in this list").inputValue(), "n/x?j");
    assert.equal(await page.locator("dialog[open]").count(), 0);
  });
});

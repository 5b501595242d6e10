// A lead on its board and its card, converted into what it became, and back again.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { card } from "./support/people.mjs";
import { open, toast, undoToast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

export default suite("Leads", (test) => {
  test("a lead is worked on, converted, and one undo makes it a lead again", async (world) => {
    const path = await card(world, "leads", {
      "name.given": "Freja", "name.family": "Holm", "emails.0.address": "freja@holm.example", company_name: "Holm Rigging", text: "A new mast",
    });
    const page = await world.page();
    await open(page, "/leads");
    const lead = page.locator('article.board-card[aria-label="Freja Holm"]');
    await lead.waitFor();
    assert.equal(await page.locator('section.column[aria-label="Converted"]').count(), 0);
    await lead.focus();
    for (const key of ["m", "ArrowRight", "ArrowRight", "Enter"]) await page.keyboard.press(key);
    await toast(page, "Freja Holm is in Qualified now");
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await open(page, path);
    await audit(page);
    await page.getByRole("link", { name: "Convert", exact: true }).click();
    await page.getByRole("heading", { name: "Convert Freja Holm" }).waitFor();
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await page.getByLabel("Name", { exact: true }).fill("A new mast");
    await page.getByRole("button", { name: "Convert", exact: true }).click();
    await toast(page, "Freja Holm was converted");
    await page.getByRole("link", { name: "A new mast" }).first().waitFor();
    await undoToast(page, "was converted");
    await toast(page, "Undone");
    await open(page, path);
    await page.getByRole("link", { name: "Convert", exact: true }).waitFor();
    await open(page, "/people?view=all");
    assert.equal(await page.getByText("Freja Holm").count(), 0);
  });
});

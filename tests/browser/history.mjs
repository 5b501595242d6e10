// Nothing is lost: the trash, the history, undo weeks later, a card as it was on a day.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { person } from "./support/people.mjs";
import { edit, eventually, field, names, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

async function change(page, label, text) {
  const line = await edit(page, label);
  await line.locator("input:not([type=hidden])").first().fill(text);
  await page.keyboard.press("Enter");
  await line.getByText(text).waitFor();
}

export default suite("History", (test) => {
  test("an empty trash and a fresh history say so", async (world) => {
    const page = await world.page();
    await open(page, "/trash");
    await page.getByRole("heading", { name: "The trash is empty" }).waitFor();
    await audit(page);
    await open(page, "/history");
    await audit(page);
  });

  test("a deleted card lies in the trash and is restored whole", async (world) => {
    const page = await world.page();
    const path = await person(world, "Tove", "Trash", { job_title: "Judge" });
    await open(page, path);
    await page.locator(".card-head").getByRole("button", { name: "More" }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await toast(page, "Tove Trash was moved to the trash");
    assert.deepEqual(await names(page), []);

    await open(page, path);
    await page.getByText("This is in the trash.").waitFor();
    assert.equal(await page.locator("[data-open]").count(), 0);
    await audit(page);

    await open(page, "/trash");
    await audit(page);
    await page.getByRole("button", { name: "Restore: Tove Trash" }).click();
    await toast(page, "Tove Trash was restored");
    await open(page, path);
    await field(page, "Job title").getByText("Judge").waitFor();
  });

  test("an old change is undone in the history, and what came after stays", async (world) => {
    const page = await world.page();
    const path = await person(world, "Ulla", "Past", { job_title: "Actor", nickname: "Ulle" });
    await open(page, path);
    await change(page, "Job title", "Author");
    await change(page, "Nickname", "Ulrike");
    await open(page, `${path}/history`);
    const row = page.getByRole("row").filter({ hasText: "Author" });
    await row.first().waitFor();
    await audit(page);
    await row.first().getByRole("button", { name: /^Undo/ }).click();
    await toast(page, "Undone");
    await open(page, path);
    await field(page, "Job title").getByText("Actor").waitFor();
    await field(page, "Nickname").getByText("Ulrike").waitFor();
  });

  test("one step of the history shows before and after", async (world) => {
    const page = await world.page();
    await open(page, await person(world, "Viggo", "Step", { job_title: "Potter" }));
    await change(page, "Job title", "Weaver");
    await open(page, "/history");
    await page.locator("main").getByRole("link", { name: /Viggo/ }).first().click();
    await page.getByText("Potter").first().waitFor();
    await page.getByText("Weaver").first().waitFor();
    await audit(page);
  });

  test("a card is seen as it was on a day", async (world) => {
    const page = await world.page();
    const path = await person(world, "Wilma", "Was", { job_title: "Diver" });
    await open(page, `${path}/history`);
    const today = await page.locator("input[type=date]").getAttribute("max");
    await page.locator("input[type=date]").fill(today);
    await page.getByRole("button", { name: "Show" }).click();
    const past = page.getByRole("region", { name: /As it was on/ });
    await past.getByText("Diver").waitFor();
    await audit(page);
    await page.goto(`${path}/history?on=2020-01-01`);
    await page.getByText("This card did not exist yet.").waitFor();
  });

  test("undoing the undo brings the change back", async (world) => {
    const page = await world.page();
    const path = await person(world, "Xenia", "Again", { job_title: "Miner" });
    await open(page, path);
    await change(page, "Job title", "Mason");
    const undoAll = async () => {
      await open(page, "/history");
      await page.locator("main").getByRole("row").nth(1).getByRole("button", { name: /^Undo/ }).click();
      await toast(page, "Undone");
    };
    await undoAll();
    await open(page, path);
    await field(page, "Job title").getByText("Miner").waitFor();
    await undoAll();
    await eventually(async () => {
      await open(page, path);
      return (await field(page, "Job title").locator(".value").textContent()) === "Mason";
    }, "the change is back");
  });
});

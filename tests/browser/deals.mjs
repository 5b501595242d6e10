// Deals on a board: dragged, moved by keyboard, stopped by a rule and let through once what was missing is there; and the figures.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { card } from "./support/people.mjs";
import { eventually, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

function column(page, name) {
  return page.getByRole("region", { name: "Deals" }).locator(`section.column[aria-label="${name}"]`);
}

function deal(page, name) {
  return page.locator(`article.board-card[aria-label="${name}"]`);
}

/** Takes a card with m and carries it so many columns to the right. */
async function carry(page, name, columns) {
  await deal(page, name).focus();
  for (const key of ["m", ...Array(columns).fill("ArrowRight"), "Enter"]) await page.keyboard.press(key);
}

export default suite("Deals", (test) => {
  test("a deal is dragged to another stage, and one undo takes it back", async (world) => {
    await card(world, "deals", { name: "Ten boats", amount: "1.250,50", closes_on: "tomorrow" });
    const page = await world.page();
    await open(page, "/deals");
    await column(page, "New").getByText("Ten boats").waitFor();
    await deal(page, "Ten boats").dragTo(column(page, "Qualified"));
    await toast(page, "Ten boats is in Qualified now");
    await column(page, "Qualified").getByText("Ten boats").waitFor();
    const sum = () => column(page, "Qualified").locator("header").textContent();
    await eventually(async () => /1\.250,50/.test(await sum()), "the sum of the column follows");
    await audit(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await column(page, "New").getByText("Ten boats").waitFor();
  });

  test("a deal stays where somebody put it, by mouse and by keyboard, for everybody", async (world) => {
    for (const name of ["Third mast", "Second mast", "First mast"]) await card(world, "deals", { name, competitor: "Masts" });
    const page = await world.page();
    const filter = JSON.stringify({ field: "competitor", op: "is", args: ["Masts"] });
    const board = `/deals?as=board&by=stage&filter=${encodeURIComponent(filter)}`;
    await open(page, board);
    const names = () => column(page, "New").locator("article h3").allTextContents();
    const order = async (wanted) => eventually(async () => (await names()).map((name) => name.trim().split(" ")[0]).join() === wanted, `the order is ${wanted}`);
    await order("First,Second,Third");
    // Onto the lower half of the second one: behind it.
    const second = await deal(page, "Second mast").boundingBox();
    await deal(page, "First mast").dragTo(deal(page, "Second mast"), { targetPosition: { x: second.width / 2, y: second.height - 3 } });
    await order("Second,First,Third");
    await deal(page, "Third mast").focus();
    for (const key of ["m", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
    assert.match(await page.locator("[data-aiming]").textContent(), /New, place 1 of 3/);
    await page.keyboard.press("Enter");
    await order("Third,Second,First");
    // Into another column, behind the one that is there.
    await carry(page, "Second mast", 1);
    await column(page, "Qualified").getByText("Second mast").waitFor();
    await deal(page, "First mast").focus();
    for (const key of ["m", "ArrowRight", "ArrowDown", "Enter"]) await page.keyboard.press(key);
    await toast(page, "First mast is in Qualified now");
    await eventually(async () => (await column(page, "Qualified").locator("article h3").allTextContents()).map((name) => name.trim().split(" ")[0]).join() === "Second,First", "it stands behind the other");
    const other = await world.page();
    await open(other, board);
    assert.match((await column(other, "Qualified").textContent()).replace(/\s+/g, " "), /Second mast.*First mast/);
    await audit(page);
  });

  test("a goal is typed where it stands", async (world) => {
    const page = await world.page();
    await open(page, "/sales/goals");
    await page.getByLabel("Goal of Whole company").fill("500.000");
    await page.keyboard.press("Enter");
    await toast(page, "The goal was saved");
    await audit(page, [[1440, "light"], [390, "dark"]]);
    assert.match(await page.getByLabel("Goal of Whole company").inputValue(), /500\.000/);
    await page.getByRole("link", { name: "Calls", exact: true }).click();
    await page.getByLabel("Goal of Whole company").fill("a lot");
    world.expect(422);
    await page.keyboard.press("Enter");
    await page.getByText("Enter a number").waitFor();
    assert.equal(await page.getByLabel("Goal of Whole company").inputValue(), "a lot");
  });

  test("what a stage asks for is asked in place, by keyboard too", async (world) => {
    world.expect(422);
    await card(world, "deals", { name: "Old ropes" });
    const page = await world.page();
    await open(page, "/deals");
    await carry(page, "Old ropes", 5);
    const dialog = page.getByRole("dialog", { name: "Move Old ropes to Lost" });
    await dialog.waitFor();
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await page.getByRole("dialog", { name: "Old ropes cannot move to Lost yet" }).getByText("Choose why it was lost").first().waitFor();
    await page.keyboard.press("Escape");
    await column(page, "New").getByText("Old ropes").waitFor();
    await carry(page, "Old ropes", 5);
    await dialog.getByLabel("Lost because").selectOption("price");
    await dialog.getByRole("button", { name: "Move", exact: true }).click();
    await toast(page, "Old ropes is in Lost now");
    await eventually(async () => (await deal(page, "Old ropes").count()) === 0, "a deal that is lost is on no board of open ones");
  });

  test("the stages across a deal lead on, and say how long it was in each", async (world) => {
    const path = await card(world, "deals", { name: "Two masts" });
    const page = await world.page();
    world.expect(422);
    await open(page, path);
    await page.getByRole("button", { name: /^Qualified/ }).click();
    await toast(page, "Two masts is in Qualified now");
    await page.locator('.path [aria-current="step"]', { hasText: "Qualified" }).waitFor();
    await audit(page);
    await page.getByRole("button", { name: "Lost", exact: true }).click();
    await page.getByRole("heading", { name: "Move Two masts to Lost" }).waitFor();
    await page.getByLabel("Lost because").selectOption("price");
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await page.locator('.path [aria-current="step"]', { hasText: "Lost" }).waitFor();
  });

  test("the figures and the settings can be read by everybody's means", async (world) => {
    const page = await world.page();
    for (const path of ["/deals/new", "/sales/forecast?period=this_year", "/sales/funnel", "/sales/won-lost", "/sales/goals?span=quarter", "/sales/outcome", "/sales/activities", "/settings/pipelines"]) {
      await open(page, path);
      await page.locator("main details").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
      await audit(page);
    }
  });

  test("a stage is added, named and asks for an amount", async (world) => {
    world.expect(422);
    await card(world, "deals", { name: "New sails" });
    const page = await world.page();
    await open(page, "/settings/pipelines");
    await page.getByRole("button", { name: "Add a stage" }).click();
    await page.getByText("New stage").first().click();
    await page.getByLabel("Name of the stage").nth(4).fill("Measured");
    await page.getByRole("group", { name: "Stage New stage" }).getByLabel("Amount").check();
    await page.keyboard.press("Enter");
    await toast(page, "The pipelines were saved");
    await open(page, "/deals");
    await carry(page, "New sails", 4);
    const dialog = page.getByRole("dialog", { name: "Move New sails to Measured" });
    await dialog.getByLabel("Amount").fill("500");
    await page.keyboard.press("Enter");
    await column(page, "Measured").getByText("500").first().waitFor();
  });
});

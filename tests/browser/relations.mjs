// How cards belong together: written once, read from both sides.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { card, person } from "./support/people.mjs";
import { edit, eventually, field, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

async function relate(page, path, stack, relation, name, more = {}) {
  await open(page, path);
  await page.locator("aside.related section").filter({ has: page.getByRole("heading", { name: stack }) }).getByRole("link", { name: "Add" }).click();
  await page.getByLabel("Relation").selectOption({ label: relation });
  await page.getByRole("searchbox").last().pressSequentially(name);
  const choice = page.locator("select[name=to]");
  await eventually(async () => (await choice.locator("option:checked").textContent()).includes(name), `${name} is offered`);
  for (const [label, text] of Object.entries(more)) await page.getByLabel(label).fill(text);
  await audit(page);
  await page.getByRole("button", { name: "Add" }).click();
  await toast(page, "Relation added");
}

export default suite("Relations", (test) => {
  test("a spouse is seen from both cards", async (world) => {
    const [anna, bo] = [await person(world, "Anna", "Berg"), await person(world, "Bo", "Berg")];
    const page = await world.page();
    await relate(page, anna, "People", "Spouse or partner", "Bo Berg");
    for (const [path, other] of [[anna, "Bo Berg"], [bo, "Anna Berg"]]) {
      await open(page, path);
      const stack = page.locator("aside.related .mini").filter({ hasText: other });
      await stack.getByText("Spouse or partner").waitFor();
    }
    await audit(page);
  });

  test("a parent is a parent from one side and a child from the other", async (world) => {
    const [mother, child] = [await person(world, "Clara", "Berg"), await person(world, "Dina", "Berg")];
    const page = await world.page();
    await relate(page, mother, "People", "Child", "Dina Berg");
    await open(page, child);
    await page.locator("aside.related .mini").filter({ hasText: "Clara Berg" }).getByText("Parent").waitFor();
  });

  test("who works at a company with a title has both on the card", async (world) => {
    const firm = await card(world, "companies", { name: "Nordhavn Boats" });
    const path = await person(world, "Erik", "Boat");
    const page = await world.page();
    await relate(page, path, "Companies", "Works at", "Nordhavn Boats", { Role: "Welder" });
    await open(page, path);
    await page.locator(".card-head").getByText("Nordhavn Boats").waitFor();
    await field(page, "Job title").getByText("Welder").waitFor();
    await open(page, firm);
    const employee = page.locator("aside.related .mini").filter({ hasText: "Erik Boat" });
    await employee.getByText("Welder").waitFor();
    assert.equal(await page.locator("aside.related .mini").filter({ hasText: "Erik Boat" }).count(), 1);

    await open(page, path);
    const title = await edit(page, "Job title");
    await title.locator("input:not([type=hidden])").first().fill("Foreman");
    await page.keyboard.press("Enter");
    await title.getByText("Foreman").waitFor();
    await page.reload();
    await page.locator("aside.related .mini").filter({ hasText: "Nordhavn Boats" }).getByText("Foreman").waitFor();
    await page.locator(".timeline").getByText("Ida Berg changed Job title").first().waitFor();
    assert.equal(await page.locator(".timeline").getByText("removed a relation").count(), 0);
  });

  test("a household greets its members, and a relation can be taken away", async (world) => {
    const home = await card(world, "households", { name: "Berg, Lakeside 4" });
    const page = await world.page();
    await relate(page, home, "People", "Member", "Anna Berg");
    await relate(page, home, "People", "Member", "Bo Berg");
    await open(page, home);
    await field(page, "Letters begin with").getByText("Anna and Bo Berg").waitFor();
    await audit(page);
    await page.getByRole("link", { name: "Edit Bo Berg" }).click();
    await audit(page);
    await page.getByRole("button", { name: "Remove relation" }).click();
    await toast(page, "Relation removed");
    await eventually(async () => (await field(page, "Letters begin with").locator(".value").textContent()) === "Anna Berg", "the greeting follows");
  });

  test("a relation without another card is refused", async (world) => {
    world.expect(422);
    const page = await world.page();
    await open(page, await person(world, "Finn", "Alone"));
    await page.locator("aside.related").getByRole("link", { name: "Add" }).first().click();
    await page.getByRole("button", { name: "Add" }).click();
    await page.getByText("Fill this in").first().waitFor();
    await audit(page);
  });
});

// Editing where the value stands: saving, taking back, being wrong, and two people at once.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { person } from "./support/people.mjs";
import { edit, eventually, field, open, toast, undoToast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

async function type(line, text) {
  await line.locator("input:not([type=hidden])").first().fill(text);
}

export default suite("Editing", (test) => {
  test("Enter saves a field, Esc puts it back, Undo in the toast takes it back", async (world) => {
    const page = await world.page();
    await open(page, await person(world, "Anna", "Holm", { job_title: "Baker" }));
    const line = field(page, "Job title");
    await edit(page, "Job title");
    await audit(page);
    await type(line, "Nobody");
    await page.keyboard.press("Escape");
    await line.getByText("Baker").waitFor();

    await edit(page, "Job title");
    await type(line, "Master baker");
    await page.keyboard.press("Enter");
    await line.getByText("Master baker").waitFor();
    await undoToast(page, "Job title was saved");
    await eventually(async () => (await line.locator(".value").textContent()) === "Baker", "the field is as before");
  });

  test("a field is also opened by a click on its value and closed by going elsewhere", async (world) => {
    const page = await world.page();
    await open(page, await person(world, "Bo", "Holm", { job_title: "Pilot" }));
    const line = field(page, "Job title");
    await line.locator(".value").click();
    await line.locator("form").waitFor();
    await page.getByRole("heading", { level: 1 }).click();
    await line.locator("form").waitFor({ state: "detached" });
  });

  test("what is wrong stands beside the field, with what was typed", async (world) => {
    world.expect(422);
    const page = await world.page();
    await open(page, await person(world, "Carl", "Holm", { "birthday": "1980-05-17" }));
    const line = await edit(page, "Birthday");
    await type(line, "the day before");
    await page.keyboard.press("Enter");
    await line.getByText("Enter a date").first().waitFor();
    assert.equal(await line.locator("input:not([type=hidden])").first().inputValue(), "the day before");
    await audit(page);
    await page.keyboard.press("Escape");
    await line.getByText("1980").waitFor();
  });

  test("of two who edit the same field the second sees both values and keeps theirs or takes the other", async (world) => {
    world.expect(409);
    const path = await person(world, "Dora", "Holm", { job_title: "Painter" });
    const [first, second] = [await world.page(), await world.page()];
    for (const page of [first, second]) {
      await open(page, path);
      await edit(page, "Job title");
    }
    await type(field(first, "Job title"), "Plumber");
    await first.keyboard.press("Enter");
    await field(first, "Job title").getByText("Plumber").waitFor();

    const line = field(second, "Job title");
    await type(line, "Printer");
    await second.keyboard.press("Enter");
    await line.getByRole("alert").filter({ hasText: "Plumber" }).waitFor();
    assert.equal(await line.locator("input:not([type=hidden])").first().inputValue(), "Printer");
    await audit(second);
    await line.getByRole("link", { name: "Take theirs" }).click();
    await eventually(async () => (await line.locator(".value").textContent()) === "Plumber", "theirs is taken");

    await edit(second, "Job title");
    await edit(first, "Job title");
    await type(field(first, "Job title"), "Poet");
    await first.keyboard.press("Enter");
    await field(first, "Job title").getByText("Poet").waitFor();
    await type(line, "Priest");
    await second.keyboard.press("Enter");
    await line.getByRole("button", { name: "Keep mine" }).click();
    await line.getByText("Priest").waitFor();
    await field(first, "Job title").getByText("Priest").waitFor();
  });

  test("two who edit different fields both win", async (world) => {
    const path = await person(world, "Emil", "Holm", { job_title: "Clerk", nickname: "Em" });
    const [first, second] = [await world.page(), await world.page()];
    await open(first, path);
    await open(second, path);
    await edit(first, "Job title");
    await edit(second, "Nickname");
    await type(field(first, "Job title"), "Cook");
    await type(field(second, "Nickname"), "Emmi");
    await first.keyboard.press("Enter");
    await second.keyboard.press("Enter");
    await field(first, "Job title").getByText("Cook").waitFor();
    await field(second, "Nickname").getByText("Emmi").waitFor();
    await open(first, path);
    await field(first, "Job title").getByText("Cook").waitFor();
    await field(first, "Nickname").getByText("Emmi").waitFor();
  });

  test("the whole card is edited on one page, and a clash there shows both", async (world) => {
    world.expect(409, 422);
    const path = await person(world, "Frida", "Holm", { job_title: "Nurse" });
    const [first, second] = [await world.page(), await world.page()];
    await open(second, `${path}/edit`);
    await open(first, path);
    await edit(first, "Job title");
    await type(field(first, "Job title"), "Doctor");
    await first.keyboard.press("Enter");
    await field(first, "Job title").getByText("Doctor").waitFor();
    await audit(second);
    await second.getByLabel("Job title").fill("Surgeon");
    await second.getByRole("button", { name: "Save" }).click();
    await second.getByRole("alert").filter({ hasText: "Doctor" }).waitFor();
    await audit(second);
    await second.getByRole("button", { name: "Keep mine" }).click();
    await second.waitForURL(`**${path}`);
    await field(second, "Job title").getByText("Surgeon").waitFor();
  });

  test("a cell of the list is edited by typing into it", async (world) => {
    await person(world, "Gerda", "Cell", { job_title: "Tailor" });
    const page = await world.page();
    await open(page, "/people?q=gerda");
    const cell = page.locator("tbody tr[data-row] td[data-edit='job_title']");
    await cell.dblclick();
    await cell.locator("form").waitFor();
    await type(cell, "Weaver");
    await page.keyboard.press("Enter");
    await cell.getByText("Weaver").waitFor();
    await undoToast(page, "Job title was saved");
    await toast(page, "Undone");
    await page.reload();
    await cell.getByText("Tailor").waitFor();
  });
});

// What happens with people: notes, calls and what follows from them, tasks, Today.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { colleague, person, post } from "./support/people.mjs";
import { edit, eventually, names, open, toast, undoToast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const phone = { "phones.0.number": "20 33 44 55" };

async function compose(page, kind) {
  await page.locator("#composer nav").getByRole("link", { name: kind }).click();
  await page.locator("#composer nav [aria-current=true]").filter({ hasText: kind }).waitFor();
  return page.locator("#composer");
}

async function logCall(page, outcome, said, more = {}) {
  const composer = await compose(page, "Call");
  await composer.getByPlaceholder("What was said?").fill(said);
  await composer.getByLabel("Outcome").selectOption({ label: outcome });
  for (const [label, text] of Object.entries(more)) await composer.getByLabel(label).fill(text);
  await composer.getByRole("button", { name: "Log call" }).click();
}

export default suite("Activities", (test) => {
  test("a note stands on the timeline, and Undo takes it away", async (world) => {
    const page = await world.page();
    await open(page, await person(world, "Kaj", "Note"));
    await page.getByPlaceholder("What is worth remembering?").fill("Has a dog called Bella");
    await page.getByRole("button", { name: "Save note" }).click();
    const note = page.locator(".timeline .entry").filter({ hasText: "Has a dog called Bella" });
    await note.getByText("wrote a note").waitFor();
    await audit(page);
    await undoToast(page, "Note saved");
    await note.waitFor({ state: "detached" });
  });

  test("callbacks are made one after another, each by one keystroke", async (world) => {
    const page = await world.page();
    const due = new Date(Date.now() - 3_600_000).toISOString();
    for (const family of ["Queue", "Row"]) {
      const path = await person(world, "Nils", family, phone);
      const about = `person:${path.split("/").pop()}`;
      await post(`${world.url}/tasks`, { subject: `Call Nils ${family}`, kind: "call_back", about, due_at: due }, world.owner);
    }
    await open(page, "/today");
    await page.getByRole("link", { name: "Call one after another" }).click();
    const heading = page.getByRole("heading", { level: 1 });
    const first = await heading.innerText();
    assert.match(first, /Nils/);
    await audit(page);
    await page.keyboard.press("1");
    await toast(page, `${first}: Reached`);
    const second = await heading.innerText();
    assert.match(second, /Nils/);
    assert.notEqual(second, first);
    await page.keyboard.press("4");
    await page.getByText("Everybody is called back").waitFor();
    await audit(page);
  });

  test("an empty note is refused where it was written", async (world) => {
    world.expect(422);
    const page = await world.page();
    await open(page, await person(world, "Kim", "Empty"));
    await page.getByRole("button", { name: "Save note" }).click();
    await page.locator("#composer").getByText("Fill this in").waitFor();
    await audit(page);
  });

  test("a call to be returned tomorrow waits in the coming days, on the card and in Today", async (world) => {
    world.expect(422);
    const page = await world.page();
    const path = await person(world, "Lars", "Callback", phone);
    await open(page, path);
    await logCall(page, "Call back", "Wants to think it over");
    await page.locator("#composer").getByText("Enter when to call back").waitFor();
    assert.equal(await page.getByPlaceholder("What was said?").inputValue(), "Wants to think it over");
    await page.getByLabel("Call back at").fill("tomorrow 10:00");
    await audit(page);
    await page.getByRole("button", { name: "Log call" }).click();
    await toast(page, "Call logged");
    await page.locator(".timeline").getByText("Wants to think it over").first().waitFor();
    await page.locator(".timeline [data-pinned]").getByText("Call back Lars Callback").waitFor();

    await open(page, "/today");
    const ahead = page.getByRole("region", { name: "The next seven days" });
    const line = ahead.locator(".todo").filter({ hasText: "Call back Lars Callback" });
    await line.getByText(/Tomorrow 10[.:]00/).waitFor();
    await line.getByRole("link", { name: "Call", exact: true }).waitFor();
    await audit(page);
  });

  test("Today's lines are moved and done where they stand", async (world) => {
    const page = await world.page();
    await open(page, "/today");
    const line = page.locator(".todo").filter({ hasText: "Call back Lars Callback" });
    await line.getByRole("button", { name: "Later: Call back Lars Callback" }).click();
    await line.getByRole("button", { name: "In an hour" }).click();
    await toast(page, "Task moved");
    await page.getByRole("region", { name: "To do" }).locator(".todo").filter({ hasText: "Lars" }).or(line).first().waitFor();
    await line.getByRole("button", { name: "Done: Call back Lars Callback" }).click();
    await line.waitFor({ state: "detached" });
    await undoToast(page, "Task done");
    await line.waitFor();
    await line.getByRole("button", { name: "Done: Call back Lars Callback" }).click();
    await line.waitFor({ state: "detached" });
    await page.reload();
    assert.equal(await line.count(), 0);
  });

  test("do not call marks the card, the list, and stands in the way of the next call", async (world) => {
    const page = await world.page();
    const path = await person(world, "Mona", "Quiet", phone);
    await open(page, path);
    await logCall(page, "Do not call again", "Never wants to hear from us");
    await page.locator(".notice[data-tone=stop]").filter({ hasText: "Do not contact" }).waitFor();
    await page.locator(".card-head").getByText("Do not contact").waitFor();
    await audit(page);

    await page.getByRole("link", { name: "Call", exact: true }).first().click();
    await page.getByRole("heading", { name: "Before you contact Mona Quiet" }).waitFor();
    await page.getByText("Never wants to hear from us").waitFor();
    await audit(page);
    await page.getByRole("link", { name: "Back to the card" }).click();

    await open(page, "/people?q=mona");
    await page.locator("tr[data-row]").filter({ hasText: "Mona Quiet" }).locator(".chip").filter({ hasText: "Do not contact" }).waitFor();
    await audit(page);
  });

  test("somebody who is not interested is marked too", async (world) => {
    const page = await world.page();
    await open(page, await person(world, "Nils", "Content", phone));
    await logCall(page, "Not interested", "Has another supplier");
    await page.locator(".notice[data-tone=stop]").filter({ hasText: "Not interested" }).waitFor();
  });

  test("whom a colleague called lately is not called without knowing it", async (world) => {
    const path = await person(world, "Olga", "Shared", phone);
    const anna = await colleague(world, { name: "Anna Lund", email: "anna@berg.example" });
    const id = path.split("/").pop();
    const call = { about: `person:${id}`, text: "Offered a visit", outcome: "reached", direction: "out" };
    assert.equal((await post(`${world.url}/composer/call`, call, anna)).status, 303);
    const page = await world.page();
    await open(page, path);
    await page.locator(".notice").filter({ hasText: "Anna Lund" }).waitFor();
    await page.locator(".card-head").getByRole("link", { name: "Call", exact: true }).click();
    await page.getByText("Offered a visit").waitFor();
    await page.getByRole("link", { name: "Call anyway" }).click();
    await page.getByRole("button", { name: "Log call" }).waitFor();
  });

  test("a weekly task that is done comes again", async (world) => {
    const page = await world.page();
    await open(page, await person(world, "Per", "Weekly"));
    const composer = await compose(page, "Task");
    await composer.getByLabel("Task").fill("Water the plants");
    await composer.getByLabel("Due").fill("today 23:30");
    await composer.getByLabel("Repeats").selectOption({ label: "Every week" });
    await audit(page);
    await composer.getByRole("button", { name: "Add task" }).click();
    await toast(page, "Task added");
    await open(page, "/today");
    const line = page.locator(".todo").filter({ hasText: "Water the plants" });
    await line.waitFor();
    const first = await line.getAttribute("id");
    await line.getByRole("button", { name: "Done: Water the plants" }).click();
    await toast(page, "Task done");
    await eventually(async () => {
      await page.goto("/tasks?q=water");
      return (await names(page)).length === 2;
    }, "the next one is here");
    const rows = await page.locator("tr[data-row]").evaluateAll((rows) => rows.map((row) => row.dataset.topic));
    assert.equal(rows.some((topic) => `task-${topic.split(":")[1]}` !== first), true);
    await audit(page);
  });

  test("a task is written from Today, and a birthday of the week stands beside it", async (world) => {
    const day = new Date(Date.now() + 86_400_000).toISOString().slice(5, 10);
    await person(world, "Rie", "Birthday", { birthday: `1980-${day}` });
    const page = await world.page();
    await open(page, "/today");
    await page.getByRole("region", { name: "Birthdays" }).getByRole("link", { name: "Rie Birthday" }).waitFor();
    await page.getByRole("link", { name: "New task" }).click();
    await page.getByLabel("Task", { exact: true }).fill("Send the offer");
    await audit(page);
    await page.getByRole("button", { name: "Create task" }).click();
    await toast(page, "Send the offer was created");
    await audit(page);
    await edit(page, "Task");
  });
});

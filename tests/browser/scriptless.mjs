// Without script every page still works: read, navigate, submit.
import assert from "node:assert/strict";
import { person } from "./support/people.mjs";
import { names } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const bare = (world) => world.page({ javaScriptEnabled: false });

export default suite("Without script", (test) => {
  test("signing in", async (world) => {
    const page = await world.page({ javaScriptEnabled: false, session: null });
    await page.goto("/people");
    await page.getByLabel("E-mail").fill("ida@berg.example");
    await page.getByLabel("Password").fill("a quiet harbour");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/people");
  });

  test("writing a person down, with the warning about one who is here", async (world) => {
    world.expect(409);
    await person(world, "Signe", "Plain", { "emails.0.address": "signe@plain.example" });
    const page = await bare(world);
    await page.goto("/people/new");
    await page.getByLabel("First name").fill("Sigge");
    await page.getByPlaceholder("Phone number").first().fill("20 45 45 45");
    await page.getByPlaceholder("E-mail address").first().fill("signe@plain.example");
    await page.getByRole("button", { name: "Create person" }).click();
    await page.getByText("same e-mail address").waitFor();
    await page.getByRole("button", { name: "Create anyway" }).click();
    await page.getByRole("heading", { level: 1, name: "Sigge" }).waitFor();
    await page.locator("k-toast").getByText("Sigge was created").waitFor();
  });

  test("editing one field on a page of its own, and the whole card", async (world) => {
    const path = await person(world, "Tora", "Plain", { job_title: "Typist" });
    const page = await bare(world);
    await page.goto(path);
    await page.getByRole("link", { name: "Edit: Job title" }).click();
    await page.locator("k-edit input[name=job_title]").fill("Tinker");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(`**${path}`);
    await page.locator("section.fields").getByText("Tinker").waitFor();

    await page.goto(`${path}/edit`);
    await page.getByLabel("Job title").fill("Trainer");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("section.fields").getByText("Trainer").waitFor();
    await page.locator("k-toast").getByRole("button", { name: "Undo" }).click();
    await page.goto(path);
    await page.locator("section.fields").getByText("Tinker").waitFor();
  });

  test("logging a note and a call", async (world) => {
    world.expect(422);
    const path = await person(world, "Ulf", "Plain");
    const page = await bare(world);
    await page.goto(path);
    await page.getByPlaceholder("What is worth remembering?").fill("Written without script");
    await page.getByRole("button", { name: "Save note" }).click();
    await page.waitForURL(`**${path}`);
    await page.locator(".timeline").getByText("Written without script").waitFor();
    await page.locator("#composer nav").getByRole("link", { name: "Call" }).click();
    await page.getByPlaceholder("What was said?").fill("Called without script");
    await page.getByLabel("Outcome").selectOption({ label: "Call back" });
    await page.getByRole("button", { name: "Log call" }).click();
    await page.getByText("Enter when to call back").waitFor();
    assert.equal(await page.getByPlaceholder("What was said?").inputValue(), "Called without script");
    await page.getByLabel("Call back at").fill("tomorrow 9:00");
    await page.getByRole("button", { name: "Log call" }).click();
    await page.locator(".timeline").getByText("Called without script").first().waitFor();
  });

  test("searching on the search page", async (world) => {
    const page = await bare(world);
    await page.goto("/today");
    await page.locator(".sidebar a.find").click();
    await page.waitForURL("**/search");
    await page.locator("main input[name=q]").fill("ulf");
    await page.keyboard.press("Enter");
    await page.locator("main").getByRole("option", { name: /Ulf Plain/ }).or(page.locator("main a").filter({ hasText: "Ulf Plain" })).first().click();
    await page.getByRole("heading", { level: 1, name: "Ulf Plain" }).waitFor();
  });

  test("leafing through a list that does not end, and deleting a selection", async (world) => {
    await Promise.all(Array.from({ length: 60 }, (_, at) => person(world, `Zed${String(at).padStart(2, "0")}`, "Row")));
    const page = await bare(world);
    await page.goto("/people?q=zed&sort=name");
    const first = await names(page);
    await page.getByRole("link", { name: "Show more" }).click();
    const second = await names(page);
    assert.equal(first.length + second.length, 60);
    await page.locator("tbody .pick").first().check();
    await page.locator(".selection").getByRole("button", { name: "Delete" }).click();
    await page.locator("k-toast").getByText("moved to the trash").waitFor();
  });

  test("Today's lines are done with a plain button", async (world) => {
    const page = await bare(world);
    await page.goto("/tasks/new");
    await page.getByLabel("Task", { exact: true }).fill("Plain task");
    await page.getByLabel("Due", { exact: true }).fill("today");
    await page.getByRole("button", { name: "Create task" }).click();
    await page.goto("/today");
    await page.getByRole("button", { name: "Done: Plain task" }).click();
    await page.waitForURL("**/today");
    assert.equal(await page.locator(".todo").filter({ hasText: "Plain task" }).count(), 0);
  });
});

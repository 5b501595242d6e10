// The way in: the first run, the empty workspace, sample data and back, signing in and out.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { FIRST_RUN } from "./support/people.mjs";
import { eventually, names, noSidewaysScroll, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

export default suite("Entrance", (test) => {
  test("a first run asks for what it needs and opens an empty card index", async (world) => {
    world.expect(422);
    const page = await world.page({ session: null });
    await page.goto("/");
    await page.waitForURL("**/welcome");
    await audit(page);

    await page.getByLabel("Name of your company").fill(FIRST_RUN.workspace_name);
    await page.getByRole("button", { name: "Türkçe" }).click();
    await page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Set up your card index" }).waitFor();
    assert.equal(await page.locator("[name=workspace_name]").inputValue(), FIRST_RUN.workspace_name);
    assert.equal(await page.locator("html").getAttribute("lang"), "tr");
    await page.getByRole("button", { name: "English" }).click();

    await page.getByLabel("Country").selectOption("DK");
    await page.getByLabel("Your name").fill(FIRST_RUN.name);
    await page.getByLabel("E-mail").fill(FIRST_RUN.email);
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: "Open Kartotek" }).click();
    await page.getByRole("link", { name: /Password: Use at least/ }).click();
    assert.equal(await page.evaluate(() => document.activeElement.name), "password");
    assert.equal(await page.getByLabel("Your name").inputValue(), FIRST_RUN.name);
    await audit(page);

    await page.getByLabel("Password").fill(FIRST_RUN.password);
    await page.getByRole("button", { name: "Open Kartotek" }).click();
    await page.getByRole("heading", { name: "Your card index is empty" }).waitFor();
    for (const way of ["Import a file", "Write the first card"]) await page.getByRole("link", { name: way }).waitFor();
    await audit(page);
    const kept = await page.context().cookies();
    world.owner = kept.map(({ name, value }) => `${name}=${value}`).join("; ");
  });

  test("sample data comes with one click and goes with another", async (world) => {
    const page = await world.page();
    await open(page, "/");
    await page.getByRole("button", { name: "Fill with sample data" }).click();
    await toast(page, "Sample data is being filled in");
    const count = async (path) => {
      await page.goto(path);
      return page.locator(".page-head .count").textContent();
    };
    await eventually(async () => /^1[.,]000\+$/.test(await count("/people")), "there are two thousand people", 150_000);
    for (const path of ["/companies", "/households"]) {
      await eventually(async () => Number(await count(path)) > 100, `${path} are filled`, 20_000);
    }
    await page.goto("/people");
    assert.equal((await names(page)).length >= 50, true);
    await noSidewaysScroll(page);
  }, 240);

  test("the invented cards leave again, and own cards stay", async (world) => {
    const page = await world.page();
    const remove = page.getByRole("button", { name: "Remove sample data" });
    await eventually(async () => {
      await open(page, "/settings/jobs");
      return page.getByText("The sample data is there.").isVisible();
    }, "the sample is there", 120_000);
    await open(page, "/settings/workspace");
    await remove.click();
    await toast(page, "being removed");
    await eventually(async () => {
      await page.goto("/");
      return page.getByRole("heading", { name: "Your card index is empty" }).isVisible();
    }, "the workspace is empty again", 120_000);
  }, 280);

  test("who signs in wrongly learns only that, and who signs out is out", async (world) => {
    world.expect(422);
    const page = await world.page({ session: null });
    await open(page, "/people?sort=-name");
    await page.waitForURL("**/sign-in?**");
    await page.getByLabel("E-mail").fill(FIRST_RUN.email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("E-mail address or password is not correct.").first().waitFor();
    await audit(page);
    await page.getByLabel("Password").fill(FIRST_RUN.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/people?sort=-name");
    await open(page, "/settings/profile");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    await page.goto("/people");
    await page.waitForURL("**/sign-in?**");
  });
}, { isSetUp: false });

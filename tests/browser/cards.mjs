// Cards by hand: writing one down, the warning when somebody is here already, finding it again.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { person, post } from "./support/people.mjs";
import { eventually, names, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

async function palette(page, typed) {
  await page.keyboard.press("/");
  const input = page.getByRole("combobox");
  await input.fill(typed);
  return page.locator("dialog.palette [role=option]");
}

export default suite("Cards", (test) => {
  test("an empty list says what belongs here and offers the first card", async (world) => {
    const page = await world.page();
    for (const [path, word] of [["/people", "No people yet"], ["/companies", "No companies yet"], ["/households", "No households yet"]]) {
      await open(page, path);
      await page.getByRole("heading", { name: word }).waitFor();
      await audit(page);
    }
  });

  test("a person is written down with two phones and an e-mail address", async (world) => {
    const page = await world.page();
    await open(page, "/people/new");
    await page.getByLabel("First name").fill("Søren");
    await page.getByLabel("Last name").fill("Ægidius");
    const phones = page.getByRole("group", { name: "Phone" });
    await phones.getByPlaceholder("Phone number").first().fill("20 12 34 56");
    await phones.getByLabel("Label").first().selectOption({ label: "Mobile" });
    await phones.getByRole("button", { name: "Add another" }).click();
    await phones.getByPlaceholder("Phone number").nth(1).fill("+46 8 123 456 78");
    await phones.getByLabel("Label").nth(1).selectOption({ label: "Work" });
    await page.getByRole("group", { name: "E-mail" }).getByPlaceholder("E-mail address").first().fill("soren@aegidius.example");
    await audit(page);
    await page.getByRole("button", { name: "Create person" }).click();
    await toast(page, "Søren Ægidius was created");
    await page.getByRole("heading", { level: 1, name: "Søren Ægidius" }).waitFor();
    await page.locator(".fields").getByRole("link", { name: /20 12 34 56/ }).waitFor();
    assert.equal(await page.locator(".fields a[href='tel:+46812345678']").count(), 1);
    await audit(page);
  });

  test("a phone number nobody understands is kept as it was typed and marked", async (world) => {
    const path = await person(world, "Odd", "Number", { "phones.0.number": "call the shop" });
    const page = await world.page();
    await open(page, path);
    await page.locator(".fields").getByText("call the shop").waitFor();
    await page.locator(".fields").getByText("Check this number").waitFor();
  });

  test("entering somebody again names the reason, opens the other card, and can be insisted on", async (world) => {
    world.expect(409);
    const page = await world.page();
    await open(page, "/people/new");
    await page.getByLabel("First name").fill("Soren");
    await page.getByPlaceholder("E-mail address").first().fill("SOREN@aegidius.example");
    await page.getByPlaceholder("E-mail address").first().blur();
    const warning = page.locator("#duplicates");
    await warning.getByText("same e-mail address").waitFor();
    await warning.getByText("Søren Ægidius").waitFor();
    await page.getByRole("button", { name: "Create person" }).click();
    await page.getByRole("button", { name: "Create anyway" }).waitFor();
    assert.equal(await page.getByLabel("First name").inputValue(), "Soren");
    await audit(page);

    const other = await world.page();
    await other.goto(page.url().replace(/\/people$/, "") + (await warning.getByRole("link", { name: "Open" }).getAttribute("href")));
    await other.getByRole("heading", { level: 1, name: "Søren Ægidius" }).waitFor();

    await page.getByRole("button", { name: "Create anyway" }).click();
    await toast(page, "Soren was created");
    await page.getByRole("heading", { level: 1, name: "Soren" }).waitFor();
  });

  test("a person without name, number and address is refused beside the field", async (world) => {
    world.expect(422);
    const page = await world.page();
    await open(page, "/people/new");
    await page.getByRole("button", { name: "Create person" }).click();
    const summary = page.getByRole("link", { name: /Enter a name, a phone number or an e-mail address/ });
    await summary.click();
    assert.equal(await page.evaluate(() => document.activeElement.name), "name.given");
    await audit(page);
  });

  test("three letters in the palette find a card, whatever its accents", async (world) => {
    await person(world, "Işıl", "Yıldız");
    const page = await world.page();
    await open(page, "/today");
    const found = await palette(page, "isi");
    await found.filter({ hasText: "Işıl Yıldız" }).waitFor();
    await audit(page);
    await page.getByRole("combobox").fill("sor");
    await found.filter({ hasText: "Søren Ægidius" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /S[øo]ren/ }).waitFor();
  });

  test("a part of the phone number finds a card", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    const found = await palette(page, "123456");
    await found.filter({ hasText: "Søren Ægidius" }).first().waitFor();
    await page.getByRole("combobox").fill("20 12 34");
    await found.filter({ hasText: "Søren Ægidius" }).first().waitFor();
  });

  test("a Chinese name is found by its characters", async (world) => {
    await person(world, "小明", "王");
    const page = await world.page();
    await open(page, "/today");
    const found = await palette(page, "小明");
    await found.filter({ hasText: "王小明" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "王小明" }).waitFor();
  });

  test("the list is searched on its own page, with the words in the address", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    await page.getByLabel("Find in this list").fill("aegidius");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/people?*q=aegidius*");
    assert.equal((await names(page)).includes("Søren Ægidius"), true);
    await page.getByLabel("Find in this list").fill("nobody has this name");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Nothing found" }).waitFor();
    await audit(page);
    await page.getByRole("link", { name: "Show all" }).click();
    await eventually(async () => (await names(page)).length > 2, "all are shown again");
  });

  test("commands are found by their words", async (world) => {
    const page = await world.page();
    await open(page, "/today");
    const found = await palette(page, "trash");
    await found.filter({ hasText: "Trash" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/trash");
  });

  test("Enter pressed before the answer opens what was typed, not what stood there before", async (world) => {
    const page = await world.page();
    await open(page, "/today");
    await page.keyboard.press("/");
    await page.locator("dialog.palette [role=option]").first().waitFor();
    await page.route("**/search?q=trash", async (route) => {
      await new Promise((then) => setTimeout(then, 500));
      await route.continue();
    });
    await page.getByRole("combobox").fill("trash");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/trash");
  });

  test("what other sites send is refused", async (world) => {
    const answer = await fetch(`${world.url}/people`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: world.owner, "Sec-Fetch-Site": "cross-site", "Content-Type": "application/x-www-form-urlencoded" },
      body: "name.given=Mallory",
    });
    assert.equal(answer.status, 403);
    assert.equal((await post(`${world.url}/people`, { "name.given": "Mallory" })).status, 303, "strangers are sent to sign in");
  });
});

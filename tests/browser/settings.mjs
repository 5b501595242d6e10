// Settings: who you are, how you sign in, where you are signed in, and the workspace.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { FIRST_RUN, signIn } from "./support/people.mjs";
import { eventually, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

export default suite("Settings", (test) => {
  test("the profile changes the language of everything at once", async (world) => {
    const page = await world.page();
    await open(page, "/settings/profile");
    await audit(page);
    await page.getByLabel("Language").selectOption({ label: "Türkçe" });
    await page.locator("form.form button").first().click();
    await eventually(async () => (await page.locator("html").getAttribute("lang")) === "tr", "the page is Turkish");
    await open(page, "/people");
    await page.getByRole("heading", { level: 1, name: "Kişiler" }).waitFor();
    await page.getByRole("link", { name: "Bugün" }).first().waitFor();
    await open(page, "/settings/profile");
    await page.locator("[name=language]").selectOption("en");
    await page.locator("form.form button").first().click();
    await toast(page, "Profile saved");
  });

  test("the theme follows the profile, and narrowing the sidebar stays", async (world) => {
    const page = await world.page();
    await open(page, "/settings/profile");
    await page.getByText("Dark", { exact: true }).click();
    await page.getByText("Compact", { exact: true }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await toast(page, "Profile saved");
    const html = page.locator("html");
    assert.deepEqual([await html.getAttribute("data-theme"), await html.getAttribute("data-density")], ["dark", "compact"]);
    await page.getByRole("button", { name: "Narrow sidebar" }).click();
    await page.reload();
    assert.equal(await html.getAttribute("data-sidebar"), "narrow");
    await audit(page, [[1440, "dark"]]);
    await page.getByText("As the device", { exact: true }).click();
    await page.getByText("Comfortable", { exact: true }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await toast(page, "Profile saved");
  });

  test("a name cannot be emptied, and what is wrong is said", async (world) => {
    world.expect(422);
    const page = await world.page();
    await open(page, "/settings/profile");
    await page.getByLabel("Your name").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Enter a name.").first().waitFor();
    await audit(page);
  });

  test("sessions elsewhere are seen and ended", async (world) => {
    const elsewhere = await world.page({ session: await signIn(world.url, FIRST_RUN.email, FIRST_RUN.password) });
    await open(elsewhere, "/people");
    const page = await world.page();
    await open(page, "/settings/sessions");
    await page.getByText("This one").waitFor();
    await audit(page);
    await page.getByRole("button", { name: /^Sign out on/ }).first().click();
    await toast(page, "Signed out there");
    await elsewhere.goto("/people");
    await elsewhere.waitForURL("**/sign-in?**");
  });

  test("a phone gets a password of its own, which is shown once and withdrawn", async (world) => {
    const page = await world.page();
    await open(page, "/settings/devices");
    await audit(page);
    await page.getByRole("textbox", { name: "Device", exact: true }).fill("My phone");
    await page.getByRole("button", { name: "Make a password" }).click();
    const password = await page.getByLabel("Password for this device").inputValue();
    assert.match(password, /^([a-z0-9]{5}-){3}[a-z0-9]{5}$/);
    await page.getByText("iPhone and iPad").click();
    await page.getByText("For the cards do the same").waitFor();
    await audit(page);
    const calendars = () => fetch(new URL("/dav/", world.url), {
      method: "PROPFIND",
      headers: { depth: "0", authorization: `Basic ${btoa(`${FIRST_RUN.email}:${password}`)}` },
    });
    assert.equal((await calendars()).status, 207);
    await page.getByLabel("Cards I follow").check();
    await page.getByRole("button", { name: "Save" }).click();
    await toast(page, "Devices show it when they look next");
    await page.getByRole("button", { name: "Withdraw the password of My phone" }).click();
    await toast(page, "The device has no access any more");
    assert.equal((await calendars()).status, 401);
  });

  test("the password is changed with the old one, and everybody else is signed out", async (world) => {
    world.expect(422);
    const elsewhere = await world.page({ session: await signIn(world.url, FIRST_RUN.email, FIRST_RUN.password) });
    const page = await world.page();
    await open(page, "/settings/password");
    await audit(page);
    await page.getByLabel("Present password").fill("wrong");
    await page.getByLabel("New password").fill("an even quieter harbour");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByText("This password is not correct.").first().waitFor();
    await audit(page);
    await page.getByLabel("Present password").fill(FIRST_RUN.password);
    await page.getByLabel("New password").fill("an even quieter harbour");
    await page.getByRole("button", { name: "Change password" }).click();
    await toast(page, "Password changed");
    await elsewhere.goto("/people");
    await elsewhere.waitForURL("**/sign-in?**");
    world.owner = await signIn(world.url, FIRST_RUN.email, "an even quieter harbour");
  });

  test("the workspace has a name, a home and an export", async (world) => {
    const page = await world.page();
    await open(page, "/settings/workspace");
    await page.getByLabel("Name").fill("Berg & Sønner");
    await page.getByLabel("Currency").selectOption("SEK");
    await audit(page);
    await page.getByRole("region", { name: "Workspace" }).getByRole("button", { name: "Save" }).click();
    await toast(page, "Workspace saved");
    await page.locator(".sidebar .workspace").getByText("Berg & Sønner").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Export" }).click()]);
    assert.match(download.suggestedFilename(), /\.zip$/);
  });

  test("a relation of one's own can be used", async (world) => {
    const page = await world.page();
    await open(page, "/settings/relations");
    await page.locator("[name=forth]").fill("Coach of");
    await page.locator("[name=back]").fill("Coached by");
    await audit(page);
    await page.getByRole("button", { name: "Add relation" }).click();
    await toast(page, "Relation added");
    await page.getByRole("row").filter({ hasText: "Coached by" }).waitFor();
    await open(page, "/people/new");
    await page.getByLabel("First name").fill("Coach");
    await page.getByRole("button", { name: "Create person" }).click();
    await page.locator("aside.related").getByRole("link", { name: "Add" }).first().click();
    await page.getByLabel("Relation").selectOption({ label: "Coached by" });
  });

  test("background work has a page", async (world) => {
    const page = await world.page();
    await open(page, "/settings/jobs");
    await audit(page);
  });
});

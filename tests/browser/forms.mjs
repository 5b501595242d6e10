// A form for strangers: made in the settings, sent from a phone and from another site's page, judged, learnt from.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

export default suite("Forms", (test) => {
  test("a stranger sends a form, and a colleague finds the lead", async (world) => {
    world.expect(422);
    const page = await world.page();
    await open(page, "/settings/forms");
    await audit(page, [[1440, "light"]]);
    await page.getByLabel("Name", { exact: true }).fill("Contact");
    await page.getByRole("button", { name: "Make a form" }).click();
    await page.getByLabel("Language").selectOption("da");
    await page.getByLabel("Consent").fill("Ja, skriv til mig");
    await page.getByRole("button", { name: "Save" }).click();
    await toast(page, "Form saved");
    await audit(page, [[1440, "light"], [390, "dark"]]);
    const path = await page.locator("a[href^='/forms/']").first().getAttribute("href");
    await open(page, `${path}?utm_campaign=spring`);
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await page.getByLabel("Navn").fill("Karin Holm");
    await page.getByLabel("E-mail", { exact: true }).fill("karin@");
    await page.getByLabel("Din besked").fill("Ti både");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Ret dette først").waitFor();
    assert.equal(await page.getByLabel("Din besked").inputValue(), "Ti både");
    await page.getByLabel("E-mail", { exact: true }).fill("karin@holm.example");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Tak. Vi har fået").waitFor();
    // Nobody types as fast as a test.
    await open(page, "/leads/aside");
    await page.getByText("Sent faster than anybody types").first().waitFor();
    await page.locator("li.aside", { hasText: "karin@holm.example" }).getByRole("button", { name: "Not spam" }).click();
    await page.getByRole("heading", { name: "Karin Holm" }).waitFor();
    await page.getByText("spring").first().waitFor();
    await audit(page, [[1440, "light"], [390, "dark"]]);
  });

  test("what looks like spam is judged by a colleague", async (world) => {
    const page = await world.page();
    await open(page, "/settings/forms");
    await page.getByLabel("Name", { exact: true }).fill("Judged");
    await page.getByRole("button", { name: "Make a form" }).click();
    const path = await page.locator("a[href^='/forms/']").first().getAttribute("href");
    const sent = { name: "Bo Ek", email: "bo@ek.example", message: "http://a.example http://b.example" };
    const answer = await page.request.post(new URL(path, page.url()).href, { form: sent, headers: { origin: "https://elsewhere.example" } });
    assert.equal(answer.status(), 200);
    await open(page, "/leads/aside");
    await page.getByText("bo@ek.example").waitFor();
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await page.getByRole("button", { name: "Not spam" }).first().click();
    await page.getByRole("heading", { name: "Bo Ek" }).waitFor();
  });

  test("rules say to whom leads go", async (world) => {
    const page = await world.page();
    await open(page, "/settings/assignment/new");
    await page.getByLabel("Name", { exact: true }).fill("From the site");
    const drawn = page.waitForResponse((answer) => answer.url().includes("/settings/assignment/new?"));
    await page.locator("#condition-0-0-field").selectOption("source");
    await drawn;
    await page.locator("#condition-0-0-value-0").fill("website");
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "From the site");
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Source is Website").waitFor();
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await open(page, "/settings/assignment/try");
    await audit(page, [[1440, "light"]]);
    await open(page, "/leads/chances");
    await audit(page, [[1440, "light"], [390, "dark"]]);
  });

  test("a pasted signature fills the form", async (world) => {
    const page = await world.page();
    await open(page, "/leads/new");
    await page.getByRole("link", { name: "Paste a signature" }).click();
    await page.getByLabel("Text", { exact: true }).fill("Best regards\nFreja Lund\nHead of Purchasing\nLund Marine Ltd.\n+45 31 42 55 10\nfreja@lund.example\nCall after nine");
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await page.getByRole("button", { name: "Fill in the form" }).click();
    await page.getByRole("button", { name: "Create lead" }).waitFor();
    assert.equal(await page.locator("[name='company_name']").inputValue(), "Lund Marine Ltd.");
    assert.equal(await page.locator("[name='text']").inputValue(), "Call after nine");
    await page.getByRole("button", { name: "Create lead" }).click();
    await page.getByRole("heading", { name: "Freja Lund" }).waitFor();
  });
});

// From a product to a quote that a customer accepts on a phone, the order that it becomes, and its invoice.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { card } from "./support/people.mjs";
import { open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

export default suite("Trade", (test) => {
  test("a quote is written, accepted on a phone with a drawn name, ordered, billed and paid", async (world) => {
    await card(world, "products", { name: "Rowing boat", price: "12000", tax: "25" });
    const company = await card(world, "companies", { name: "Nord A/S", "emails.0.address": "anna@nord.example", language: "da" });
    const page = await world.page();
    await open(page, company);
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("button", { name: "New quote" }).click();
    await page.getByRole("heading", { name: "Edit lines" }).waitFor();
    await page.getByLabel("Search products").first().fill("rowing");
    await page.locator("#lines-0-product option", { hasText: "Rowing boat" }).waitFor({ state: "attached" });
    await page.locator("#lines-0-product").dispatchEvent("change");
    await page.locator("#line-sum-0", { hasText: "12.000,00" }).waitFor();
    assert.equal(await page.locator("#lines-0-text").inputValue(), "Rowing boat");
    await page.locator("#lines-1-text").fill("Oars");
    await page.locator("#lines-1-price").fill("800");
    await page.locator("#lines-1-price").press("Tab");
    await page.locator("#line-sum-1", { hasText: "800" }).waitFor();
    await page.locator("details", { has: page.locator("#lines-1-note") }).locator("summary").click();
    await page.locator('[name="lines.1.optional"]').check();
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("link", { name: "Send", exact: true }).waitFor();
    const quote = new URL(page.url()).pathname;
    await audit(page, [[1440, "light"], [390, "dark"]]);

    await page.getByRole("link", { name: "Send", exact: true }).click();
    assert.equal(await page.getByLabel("To", { exact: true }).inputValue(), "anna@nord.example");
    await audit(page);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await toast(page, "The quote was sent");

    const link = await letter(page);
    const customer = await world.page({ session: null, viewport: { width: 390, height: 844 } });
    await open(customer, link);
    await customer.getByRole("heading", { name: /Tilbud/ }).waitFor();
    await customer.getByRole("checkbox", { name: /Oars/ }).check();
    await customer.locator("#sums", { hasText: "16.000,00" }).waitFor();
    await audit(customer, [[390, "light"], [390, "dark"], [1440, "light"]]);
    await sign(customer);
    await customer.getByLabel("Dit navn").fill("Anna Berg");
    await customer.locator("[name=agreed]").check();
    await customer.locator("#accept button:not([type=button])").click();
    await customer.getByText("Anna Berg").first().waitFor();
    await audit(customer);

    await open(page, quote);
    await page.getByText("Accepted", { exact: true }).first().waitFor();
    await page.getByRole("link", { name: "Its order" }).click();
    await page.getByRole("button", { name: "Make an invoice" }).waitFor();
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await page.getByRole("link", { name: "Deliver" }).click();
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await page.getByRole("button", { name: "Deliver" }).click();
    await toast(page, "The delivery was saved");
    await page.getByRole("button", { name: "Make an invoice" }).click();
    await page.getByRole("link", { name: "Issue" }).click();
    await audit(page);
    await page.getByRole("button", { name: "Issue without mail" }).click();
    await page.getByRole("link", { name: "Enter a payment" }).click();
    await audit(page);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Paid", { exact: true }).first().waitFor();
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await open(page, company);
    await page.getByText("Nothing is open.").waitFor();
  });

  test("what is said about selling is set, and what is wrong is told where it is", async (world) => {
    const page = await world.page();
    await open(page, "/settings/selling");
    await page.getByLabel("IBAN").fill("DK00 1234");
    await page.getByLabel("Invoices", { exact: true }).fill("no number");
    world.expect(422);
    await page.getByRole("button", { name: "Save", exact: true }).first().click();
    await page.getByText("This IBAN is not right").waitFor();
    assert.equal(await page.getByLabel("IBAN").inputValue(), "DK00 1234");
    await audit(page, [[1440, "light"], [390, "dark"]]);
    await page.getByLabel("IBAN").fill("DK50 0040 0440 1162 43");
    await page.getByLabel("Invoices", { exact: true }).fill("INV-[year]-[number]");
    await page.getByRole("button", { name: "Save", exact: true }).first().click();
    await toast(page, "The settings were saved");
  });
});

/** The address in the newest letter. */
async function letter(page) {
  await open(page, "/settings/mail");
  await page.locator('a[href^="/settings/mail/"]').first().click();
  const found = (await page.content()).match(/\/documents\/[\w-]+/);
  assert.ok(found, "a letter with a link");
  return found[0];
}

/** A wave with the mouse. */
async function sign(page) {
  const canvas = page.locator("canvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + 20, box.y + 40);
  await page.mouse.down();
  for (let step = 1; step < 30; step++) await page.mouse.move(box.x + 20 + step * 6, box.y + 40 + Math.sin(step / 3) * 20);
  await page.mouse.up();
  assert.ok((await page.locator("[name=drawn]").inputValue()).length > 100, "the drawing is sent");
}

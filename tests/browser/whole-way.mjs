// The whole way of a sale, as two colleagues and a customer go it: from a stranger's form to the payment, and to the customer who
// wants another time.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { card, colleague, person, post } from "./support/people.mjs";
import { answered, eventually, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const ZONE = "Europe/Copenhagen";
const PHONE = { width: 390, height: 844 };

function idOf(path) {
  return path.split("/").pop();
}

/** A moment where everybody sits, as people write it. */
function written(at) {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" });
  return parts.format(at);
}

/** The path in the newest letter with one like it. */
async function link(page, like) {
  return eventually(async () => {
    await open(page, "/settings/mail");
    const letters = await page.locator('a[href^="/settings/mail/"]').evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    for (const letter of letters) {
      await open(page, letter);
      const found = (await page.content()).match(like);
      if (found) return found[0];
    }
    return null;
  }, `a letter with ${like}`, 90_000);
}

export default suite("The whole way", (test) => {
  test("from a stranger's form to the payment, past a colleague and a stage that asks", async (world) => {
    world.expect(422);
    const session = await colleague(world, { name: "Gry Holm", email: "gry@berg.example" });
    const [ida, gry] = [await world.page(), await world.page({ session })];
    const firm = await card(world, "companies", { name: "Holm Værft", language: "da" });
    const anna = await person(world, "Anna", "Holm", { "company": `company:${idOf(firm)}`, "phones.0.number": "+4531425510" });
    const yesterday = written(Date.now() - 86_400_000);
    const called = await post(`${world.url}/calls`, { about: `person:${idOf(anna)}`, direction: "out", outcome: "reached", at: yesterday, text: "Wants to hear about boats" }, session);
    assert.equal(called.status, 303);
    await open(ida, "/settings/pipelines");
    await ida.locator("summary", { hasText: "Qualified" }).click();
    await ida.getByRole("group", { name: "Stage Qualified" }).getByLabel("Amount").check();
    await ida.getByRole("button", { name: "Save", exact: true }).first().click();
    await toast(ida, "The pipelines were saved");

    // A form on another site.
    await open(ida, "/settings/forms");
    await ida.getByLabel("Name", { exact: true }).fill("Contact");
    await ida.getByRole("button", { name: "Make a form" }).click();
    await ida.getByLabel("Language").selectOption("da");
    await ida.getByRole("button", { name: "Save" }).click();
    await toast(ida, "Form saved");
    const form = await ida.locator("a[href^='/forms/']").first().getAttribute("href");
    const sent = { name: "Karin Holm", email: "karin@holm.example", company: "Holm Værft", message: "Ten boats before summer" };
    const answer = await ida.request.post(new URL(form, world.url).href, { form: sent, headers: { origin: "https://elsewhere.example" } });
    assert.equal(answer.status(), 200);
    await open(ida, "/leads?view=all");
    await ida.getByText("Karin Holm").first().click();
    await ida.getByText("Gry Holm").first().waitFor();
    await ida.getByText("was in touch").first().waitFor();
    await audit(ida);

    await ida.getByRole("link", { name: "Convert", exact: true }).click();
    await ida.getByLabel("Name", { exact: true }).fill("Ten boats");
    await ida.getByRole("button", { name: "Convert", exact: true }).click();
    await toast(ida, "Karin Holm was converted");
    await ida.getByRole("link", { name: "Holm Værft" }).first().waitFor();
    await ida.getByRole("link", { name: "Ten boats" }).first().click();
    await ida.getByRole("heading", { name: "Ten boats" }).first().waitFor();
    const deal = new URL(ida.url()).pathname;
    await ida.getByRole("button", { name: /^Qualified/ }).click();
    await ida.getByRole("heading", { name: "Move Ten boats to Qualified" }).waitFor();
    await ida.getByLabel("Amount").fill("120.000");
    await ida.getByRole("button", { name: "Move", exact: true }).click();
    await ida.locator('.path [aria-current="step"]', { hasText: "Qualified" }).waitFor();

    // A quote with something optional, read on a phone.
    await card(world, "products", { name: "Rowing boat", price: "12000", tax: "25", cost: "7000" });
    await ida.getByRole("button", { name: "More", exact: true }).click();
    await ida.getByRole("button", { name: "New quote" }).click();
    await ida.getByLabel("Search products").first().fill("rowing");
    await ida.locator("#lines-0-product option", { hasText: "Rowing boat" }).waitFor({ state: "attached" });
    await ida.locator("#lines-0-product").dispatchEvent("change");
    await ida.locator("#line-sum-0", { hasText: "12.000,00" }).waitFor();
    await ida.locator("#lines-0-quantity").fill("10");
    await ida.locator("#lines-0-quantity").press("Tab");
    await ida.locator("#line-sum-0", { hasText: "120.000,00" }).waitFor();
    // Each change asks for the sums; one that is still on its way when the page is left is told of on the console.
    const preview = `${new URL(ida.url()).pathname}/preview`;
    await answered(ida, preview, async () => {
      await ida.locator("#lines-1-text").fill("Oars");
      await ida.locator("#lines-1-text").press("Tab");
    });
    await ida.locator("#lines-1-price").fill("800");
    await ida.locator("#lines-1-price").press("Tab");
    await ida.locator("#line-sum-1", { hasText: "800" }).waitFor();
    await ida.locator("details", { has: ida.locator("#lines-1-note") }).locator("summary").click();
    await answered(ida, preview, () => ida.locator('[name="lines.1.optional"]').check());
    await ida.getByRole("button", { name: "Save", exact: true }).click();
    await ida.getByText("Margin").waitFor();
    const quote = new URL(ida.url()).pathname;
    await ida.getByRole("link", { name: "Send", exact: true }).click();
    await ida.getByText("Gry Holm").first().waitFor();
    await ida.getByRole("button", { name: "Send", exact: true }).click();
    await toast(ida, "The quote was sent");
    const customer = await world.page({ session: null, viewport: PHONE });
    await open(customer, await link(ida, /\/documents\/[\w-]+/));
    await customer.getByRole("heading", { name: /Tilbud/ }).waitFor();
    await customer.getByRole("checkbox", { name: /Oars/ }).check();
    await customer.locator("#sums", { hasText: "151.000,00" }).waitFor();
    await customer.getByLabel("Dit navn").fill("Karin Holm");
    await customer.locator("[name=agreed]").check();
    await customer.locator("#accept button:not([type=button])").click();
    await customer.getByText("Karin Holm").first().waitFor();

    // It is won, ordered, billed, owed and paid.
    await open(ida, deal);
    await ida.locator('.path [aria-current="step"]', { hasText: "Won" }).waitFor();
    await open(ida, quote);
    await ida.getByRole("link", { name: "Its order" }).click();
    await ida.getByRole("button", { name: "Make an invoice" }).click();
    await ida.getByRole("link", { name: "Issue" }).click();
    await ida.getByRole("button", { name: "Issue without mail" }).click();
    await ida.getByRole("link", { name: "Enter a payment" }).waitFor();
    const invoice = new URL(ida.url()).pathname;
    await open(ida, firm);
    await ida.getByText("151.000,00").first().waitFor();
    await open(ida, invoice);
    await ida.getByRole("link", { name: "Enter a payment" }).click();
    await ida.getByRole("button", { name: "Save", exact: true }).click();
    await ida.getByText("Paid", { exact: true }).first().waitFor();
    await open(ida, firm);
    await ida.getByText("Nothing is open.").waitFor();

    // The manager's figures follow, and open their rows.
    await open(ida, "/sales/won-lost");
    await ida.locator("td a", { hasText: /^1$/ }).first().click();
    await ida.getByText("Ten boats").first().waitFor();
    await open(ida, "/sales/forecast");
    await ida.getByText("120.800,00").first().waitFor();
    await open(gry, deal);
    await gry.locator('.path [aria-current="step"]', { hasText: "Won" }).waitFor();
  });

  test("a customer is reminded of an appointment, and asks for another time", async (world) => {
    const path = await person(world, "Signe", "Bach", { "emails.0.address": "signe@bach.example", language: "da" });
    const page = await world.page();
    await open(page, `${path}?compose=appointment`);
    const composer = page.locator("#composer");
    await composer.getByLabel("What", { exact: true }).fill("Prøvesejlads");
    // The day before is over already.
    await composer.getByLabel("Begins").fill(written(Date.now() + 3 * 3_600_000));
    await composer.getByLabel("Remind the customer").check();
    await composer.getByRole("button", { name: "Add appointment" }).click();
    await toast(page, "Appointment added");
    const customer = await world.page({ session: null, viewport: PHONE });
    await open(customer, await link(page, /\/visits\/[\w-]+/));
    await customer.getByText("Prøvesejlads").first().waitFor();
    await audit(customer, [[390, "light"], [390, "dark"]]);
    await customer.getByRole("button", { name: /et andet tidspunkt/i }).click();
    await customer.getByText("Dit ønske er modtaget").first().waitFor();
    await open(page, "/today");
    await page.getByText("Signe Bach").first().waitFor();
  });
});

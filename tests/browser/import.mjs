// Bringing an address book in: a Google CSV and an iPhone's vCards, tried first, taken in, taken back.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { readFile } from "node:fs/promises";
import { audit } from "./support/axe.mjs";
import { person } from "./support/people.mjs";
import { eventually, field, names, open } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const file = (name) => fileURLToPath(new URL(`files/${name}`, import.meta.url));

/** Chooses a file, which sends it. */
async function choose(page, upload) {
  await open(page, "/import");
  await page.locator("input[type=file]").setInputFiles(upload);
  await page.waitForURL("**/imports/*");
}

async function result(page, label) {
  const figure = page.locator(".outcome > *").filter({ has: page.getByText(label, { exact: true }) });
  return Number(await figure.first().locator("b").textContent());
}

async function start(page) {
  await page.getByRole("button", { name: /^(Import \d+ cards?|Start the import)$/ }).click();
  await page.getByText(/cards? (is|are) in\./).waitFor({ timeout: 30_000 });
}

async function takeBack(page) {
  await page.getByRole("button", { name: "Undo the import" }).click();
  await page.getByText("This import was undone.").waitFor({ timeout: 30_000 });
}

export default suite("Import", (test) => {
  test("a Google export is recognised, mapped, tried, taken in and taken back", async (world) => {
    const lars = await person(world, "Lars", "Holm", { "emails.0.address": "lars@holm.example" });
    const page = await world.page();
    await open(page, "/import");
    await audit(page);
    await choose(page, file("google.csv"));
    await page.getByText("This is an export from Google Contacts.").waitFor();
    assert.equal(await page.getByLabel("Encoding").inputValue(), "UTF-8");
    await audit(page);

    await page.getByRole("button", { name: "Match the columns" }).click();
    const goesTo = (column) => page.getByLabel(`${column} goes to`, { exact: true }).locator("option:checked");
    assert.match(await goesTo("First Name").textContent(), /First name/);
    assert.match(await goesTo("E-mail 1 - Value").textContent(), /mail/i);
    await audit(page);
    await page.getByRole("button", { name: "Try it without saving" }).click();

    await page.getByRole("row").filter({ hasText: "Göran Ekström" }).getByText("Create").waitFor();
    await page.getByRole("row").filter({ hasText: "Lars Holm" }).getByText("Update", { exact: true }).waitFor();
    await page.getByRole("row").filter({ hasText: "Birthday: Enter a date" }).getByText("Reject", { exact: true }).waitFor();
    const outcome = page.getByRole("group", { name: "What will happen" });
    await outcome.waitFor({ timeout: 20_000 });
    await audit(page);
    await open(page, "/people");
    assert.deepEqual(await names(page), ["Lars Holm"], "trying saves nothing");
    await page.goBack();

    await start(page);
    const [created, updated, rejected] = [await result(page, "created"), await result(page, "updated"), await result(page, "rejected")];
    assert.deepEqual({ created, updated, rejected }, { created: 5, updated: 1, rejected: 1 });
    await audit(page);
    const imported = page.url();

    await open(page, "/people?q=ekstr");
    await page.getByRole("link", { name: /Göran Ekström/ }).first().click();
    await field(page, "Phone").getByRole("link", { name: /70.?123.?45.?67/ }).waitFor();
    await page.locator(".card-head").getByText("Ekström Snickeri AB").waitFor();
    await open(page, "/companies?q=shudian");
    await open(page, "/companies");
    assert.ok((await names(page)).includes("北京书店"), "companies come with their people");

    await page.goto(imported);
    await takeBack(page);
    await audit(page);
    await open(page, "/people");
    assert.deepEqual(await names(page), ["Lars Holm"]);
    await open(page, "/companies");
    assert.deepEqual(await names(page), []);
    await open(page, lars);
    await page.getByRole("heading", { level: 1, name: "Lars Holm" }).waitFor();
  });

  test("an iPhone's vCards come in whole, with photo, dates and labels", async (world) => {
    const page = await world.page();
    await choose(page, file("iphone.vcf"));
    await page.getByText("Elin Maria Johansson").first().waitFor();
    await audit(page);
    await page.getByRole("button", { name: "Try it without saving" }).click();
    await page.getByRole("row").filter({ hasText: "Elin" }).getByText("Create").waitFor();
    await start(page);
    await open(page, "/people?q=elin");
    await page.getByRole("link", { name: /Elin Maria Johansson/ }).first().click();
    await field(page, "Birthday").getByText(/24/).waitFor();
    await field(page, "Phone").getByRole("link", { name: /73.?555.?11.?22/ }).waitFor();
    await page.locator(".card-head img").waitFor();
    const picture = await page.locator(".card-head img").evaluate((image) => image.complete && image.naturalWidth > 0);
    assert.equal(picture, true, "the photo is shown");
    await audit(page);
    await open(page, "/people?q=王芳");
    assert.ok((await names(page)).includes("王芳"));
  });

  test("a column is mapped by hand, a bad row is reported and can be taken along", async (world) => {
    const rows = ["Who;Reach;When", "Aage Hand;aage@hand.example;1.2.1970", "Bente Hand;not an address;1.3.1970", "Carla Hand;carla@hand.example;no day"];
    const page = await world.page();
    await choose(page, { name: "by-hand.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) });
    await page.getByLabel("First row").selectOption({ label: "Names of the columns" });
    await page.getByRole("button", { name: "Match the columns" }).click();
    for (const [column, target] of [["Who", /^name$/], ["Reach", /^emails/], ["When", /^birthday/]]) {
      const choice = page.getByLabel(`${column} goes to`);
      const values = await choice.locator("option").evaluateAll((options) => options.map((option) => option.value));
      await choice.selectOption(values.find((value) => target.test(value)));
    }
    await page.getByRole("button", { name: "Try it without saving" }).click();
    await page.getByText("Reject", { exact: true }).first().waitFor();
    await audit(page);
    await start(page);
    assert.ok((await result(page, "rejected")) >= 1);
    const link = page.getByRole("link", { name: /rejected rows?$/ });
    const [download] = await Promise.all([page.waitForEvent("download"), link.last().click()]);
    const left = await readFile(await download.path(), "utf8");
    assert.match(left, /Hand/);
    await takeBack(page);
  });

  test("a workbook is read from the sheet that is chosen, its dates as dates", async (world) => {
    const page = await world.page();
    await open(page, "/import");
    const [template] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("main").getByRole("link", { name: "Companies" }).click(),
    ]);
    assert.match(template.suggestedFilename(), /^companies-.*\.xlsx$/);
    await choose(page, file("customers.xlsx"));
    const sheet = page.getByLabel("Sheet");
    assert.equal(await sheet.locator("option:checked").textContent(), "Customers", "the first that is not empty");
    assert.equal(await page.getByLabel("Encoding").count(), 0);
    await page.getByText("46701234567").waitFor();
    await audit(page);
    await sheet.selectOption("Suppliers");
    await page.getByText("Kaya Mobilya").waitFor();
    await page.getByLabel("Sheet").selectOption("Customers");
    await page.getByText("Göran Ekström").waitFor();
    await page.getByRole("button", { name: "Match the columns" }).click();
    await audit(page);
    await page.getByRole("button", { name: "Try it without saving" }).click();
    const refused = page.getByRole("row").filter({ hasText: "Birthday: Enter a date" });
    await refused.getByRole("cell", { name: "6", exact: true }).waitFor();
    await start(page);
    assert.deepEqual([await result(page, "created"), await result(page, "rejected")], [2, 1]);
    await takeBack(page);
  });

  test("the way survives reloading, and earlier imports are listed with Undo", async (world) => {
    const page = await world.page();
    await choose(page, { name: "again.csv", mimeType: "text/csv", buffer: Buffer.from("Name,Email\r\nDag Again,dag@again.example\r\n") });
    await page.reload();
    await page.getByRole("button", { name: "Match the columns" }).click();
    await page.getByRole("button", { name: "Try it without saving" }).click();
    await page.getByRole("row").filter({ hasText: "Dag Again" }).waitFor();
    await page.reload();
    await start(page);
    await open(page, "/import");
    await page.getByRole("row").filter({ hasText: "again.csv" }).getByText("Done").waitFor();
    await audit(page);
    await page.getByRole("button", { name: "Undo: again.csv" }).click();
    await eventually(async () => {
      await open(page, "/people?q=again");
      return (await names(page)).length === 0;
    }, "the import is undone", 20_000);
  });

  test("a file that is none is refused with a sentence", async (world) => {
    world.expect(422);
    const page = await world.page();
    await open(page, "/import");
    await page.locator("input[type=file]").setInputFiles({ name: "empty.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) });
    await page.getByText("This file is empty. Choose another.").waitFor();
    await audit(page);
  });
});

// The list: order, filters, endless scrolling, the keyboard, and doing something to several cards at once.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { audit } from "./support/axe.mjs";
import { card, person } from "./support/people.mjs";
import { answered, eventually, names, open, toast, undoToast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const focused = (page) => page.evaluate(() => document.activeElement.querySelector("th a")?.firstChild.textContent.trim());

export default suite("List", (test) => {
  test("columns sort both ways, and the address holds the order", async (world) => {
    await Promise.all([...LETTERS].map((letter) => person(world, `${letter}na`, "Row", { job_title: letter < "D" ? "Smith" : "Cook" })));
    const page = await world.page();
    await open(page, "/people");
    const header = page.getByRole("columnheader").filter({ hasText: "Name" });
    await header.getByRole("link").click();
    await eventually(async () => (await header.getAttribute("aria-sort")) !== null, "the header says its order");
    const down = await header.getAttribute("aria-sort") === "descending";
    const shown = await names(page);
    assert.deepEqual(shown, [...shown].sort((a, b) => (down ? b.localeCompare(a, "en") : a.localeCompare(b, "en"))));
    await header.getByRole("link").click();
    await eventually(async () => (await names(page))[0] === shown.at(-1), "the order is turned around");
    assert.match(page.url(), /sort=/);
    await audit(page);
  });

  test("a filter is built from its parts, shown as a chip, and taken away again", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    await page.getByRole("button", { name: "Filter", exact: true }).click();
    const builder = page.getByRole("dialog", { name: "Filter" });
    const choose = (label, row, text) => {
      const choice = builder.getByLabel(label, { exact: true }).nth(row);
      return answered(page, "/people/filter", () => choice.selectOption({ label: text }));
    };
    await choose("Field", 0, "Job title");
    await choose("Comparison", 0, "is");
    await builder.getByLabel("Value").fill("Smith");
    await audit(page);
    await builder.getByRole("button", { name: "Show results" }).click();
    await page.waitForURL(/filter=/);
    assert.equal((await names(page)).length, 3);
    assert.equal(await page.locator(".page-head .count").textContent(), "3");
    const chip = page.locator("li.filter");
    await chip.getByText("Job title is Smith").waitFor();
    await audit(page);

    await chip.getByRole("button").click();
    await answered(page, "/people/filter", () => builder.getByRole("button", { name: "Add condition" }).click());
    assert.equal(await page.evaluate(() => document.activeElement.id), "condition-0-1-field");
    await choose("Field", 1, "Name");
    await choose("Comparison", 1, "contains");
    await builder.getByLabel("Value").nth(1).fill("Bna");
    await builder.getByRole("button", { name: "Show results" }).click();
    await eventually(async () => (await names(page)).join() === "Bna Row", "both conditions hold");

    await chip.filter({ hasText: "Name contains" }).getByRole("link").click();
    await eventually(async () => (await names(page)).length === 3, "one condition is left");
    await chip.getByRole("link").click();
    await eventually(async () => (await names(page)).length === 26, "all are shown again");
  });

  test("a nested filter is built by keyboard, read as a sentence, and counted while it grows", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    const opener = page.getByRole("button", { name: "Filter", exact: true });
    await opener.focus();
    await page.keyboard.press("Enter");
    const builder = page.getByRole("dialog", { name: "Filter" });
    const told = builder.getByRole("status");
    const focusedId = () => page.evaluate(() => document.activeElement.id);
    const pick = async (label, text) => {
      const choice = builder.getByLabel(label, { exact: true }).last();
      await choice.focus();
      await answered(page, "/people/filter", () => choice.selectOption({ label: text }));
    };
    await pick("Field", "Job title");
    await builder.getByLabel("Value").last().focus();
    await answered(page, "/people/filter", () => page.keyboard.type("Smith"));
    await told.getByText("People: Job title contains Smith").waitFor();
    await told.getByText("Matches: 3").waitFor();
    assert.equal(await builder.getByLabel("Value").last().inputValue(), "Smith", "what is typed stays");
    await builder.getByRole("button", { name: "Add group" }).last().focus();
    await answered(page, "/people/filter", () => page.keyboard.press("Enter"));
    assert.equal(await focusedId(), "condition-0-1-0-field", "the new condition has the focus");
    await pick("Field", "Calls");
    await pick("Comparison", "has no");
    await told.getByText("Job title contains Smith and has no calls").waitFor();
    await builder.getByRole("button", { name: "Add condition" }).nth(1).focus();
    await answered(page, "/people/filter", () => page.keyboard.press("Enter"));
    await pick("Field", "Name");
    await pick("Comparison", "starts with");
    await builder.getByLabel("Value").last().focus();
    await answered(page, "/people/filter", () => page.keyboard.type("Z"));
    await told.getByText("Job title contains Smith and (has no calls or Name starts with Z)").waitFor();
    await audit(page);
    await page.setViewportSize({ width: 390, height: 844 });
    assert.ok(await builder.evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth), "it fits a phone");
    await page.setViewportSize({ width: 1440, height: 900 });
    await builder.getByLabel("Value").last().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/filter=/);
    assert.equal((await names(page)).length, 3);
    await page.locator("li.filter").getByText("has no calls or Name starts with Z").waitFor();
    await audit(page);
  });

  test("a column keeps its width in the address and in a saved view", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    const header = page.getByRole("columnheader", { name: "Job title" });
    const before = (await header.boundingBox()).width;
    const grip = await header.locator(".grip").boundingBox();
    await page.mouse.move(grip.x + grip.width / 2, grip.y + 8);
    await page.mouse.down();
    await page.mouse.move(grip.x + 90, grip.y + 8, { steps: 4 });
    await answered(page, "/people", () => page.mouse.up());
    assert.match(page.url(), /widths=job_title%3A\d+/);
    const wide = (await header.boundingBox()).width;
    assert.ok(wide > before + 60, `${before} became ${wide}`);
    await page.getByRole("button", { name: "Save as a view" }).click();
    const dialog = page.getByRole("dialog", { name: "Save as a view" });
    await dialog.getByLabel("Name").fill("Wide jobs");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/view=/);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    assert.ok(Math.abs((await header.boundingBox()).width - wide) < 3, "the view brings the width along");
  });

  test("a column is made narrower from the keyboard", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    const header = page.getByRole("columnheader", { name: "Job title" });
    const before = (await header.boundingBox()).width;
    await header.locator("a, button").first().focus();
    await answered(page, "/people", async () => {
      for (let press = 0; press < 3; press += 1) await page.keyboard.press("Shift+ArrowLeft");
    });
    const after = (await header.boundingBox()).width;
    assert.ok(Math.abs(before - 48 - after) < 3, `${before} became ${after}`);
    assert.match(page.url(), /widths=job_title%3A\d+/);
  });

  test("a very long list keeps few rows on the page", async (world) => {
    const page = await world.page();
    await open(page, "/people?sort=name");
    const shown = await page.evaluate(async () => {
      const list = document.querySelector("k-list");
      const body = list.querySelector("tbody");
      const rows = [...body.querySelectorAll("tr[data-row]")];
      for (let at = 0; at < 3000; at += 1) body.insertBefore(rows[at % rows.length].cloneNode(true), body.lastElementChild);
      const frame = list.querySelector(".list-frame");
      const next = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      list.dispatchEvent(new Event("htmx:afterSettle"));
      const counts = [];
      for (const share of [0, 0.5, 1]) {
        frame.scrollTop = frame.scrollHeight * share;
        await next();
        await next();
        const box = frame.getBoundingClientRect();
        const at = document.elementFromPoint(box.left + 60, box.top + box.height / 2)?.closest("tr");
        counts.push([body.querySelectorAll("tr[data-row]:not([hidden])").length, Boolean(at?.matches("[data-row]")), frame.scrollHeight]);
      }
      return counts;
    });
    for (const [rows, filled] of shown) {
      assert.ok(rows > 20 && rows < 400, `${rows} rows are drawn`);
      assert.ok(filled, "a row stands in the middle of what is in sight");
    }
    assert.ok(shown[0][2] > 80_000 && Math.abs(shown[0][2] - shown[2][2]) < 2_000, "the room of all rows is kept");
  });

  test("views that everybody has lead to filtered lists", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    const views = page.getByRole("navigation", { name: "Views" });
    await views.getByRole("link", { name: "Mine" }).click();
    await eventually(async () => (await names(page)).length === 26, "all are mine");
    await page.locator("li.filter").getByText("Owner is me").waitFor();
    await views.getByRole("link", { name: "No talk for 30 days" }).click();
    await page.waitForURL(/last_talk_at/);
    await views.getByRole("link", { name: "All" }).click();
    await page.waitForURL(/\/people$/);
  });

  test("scrolling down loads further rows", async (world) => {
    const many = Array.from({ length: 120 }, (_, at) => card(world, "companies", { name: `Company ${String(at).padStart(3, "0")}` }));
    await Promise.all(many);
    const page = await world.page();
    await open(page, "/companies?sort=name");
    assert.equal((await names(page)).length, 50);
    for (const expected of [100, 120]) {
      await page.locator(".list-frame").evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
      await eventually(async () => (await names(page)).length === expected, `${expected} rows are here`);
    }
    const shown = await names(page);
    assert.equal(new Set(shown).size, 120);
    assert.equal(shown.at(-1), "Company 119");
  });

  test("a long filtered list is there before its number, which follows wherever it stands", async (world) => {
    const page = await world.page();
    const filter = encodeURIComponent(JSON.stringify({ field: "name", op: "contains", args: ["Company 1"] }));
    const all = encodeURIComponent(JSON.stringify({ field: "name", op: "contains", args: ["Company"] }));
    let tell;
    const told = new Promise((resolve) => { tell = resolve; });
    await page.route("**/companies/count?*", async (route) => {
      await told;
      await route.continue();
    });
    await open(page, `/companies?filter=${all}`);
    const count = page.locator(".page-head .count");
    assert.equal(await count.textContent(), "50+");
    tell();
    await eventually(async () => (await count.textContent()) === "120", "the number has come");
    assert.equal(await page.locator("#filter-count").textContent(), "Matches: 120");
    assert.equal(await page.locator("#selection-count").textContent(), "All 120 that match");
    await open(page, `/companies?filter=${filter}`);
    assert.equal(await count.textContent(), "20");
  });

  test("j and k walk, Space peeks, x selects, Enter opens", async (world) => {
    const page = await world.page();
    await open(page, "/people?sort=name");
    const [first, second] = await names(page);
    await page.keyboard.press("j");
    assert.equal(await focused(page), first);
    await page.keyboard.press("j");
    assert.equal(await focused(page), second);
    await page.keyboard.press("k");
    assert.equal(await focused(page), first);
    await page.keyboard.press("Space");
    const sheet = page.getByRole("dialog", { name: "Preview" });
    await sheet.getByRole("heading", { name: first }).waitFor();
    await audit(page, [[1440, "light"], [1440, "dark"]]);
    await page.keyboard.press("j");
    await sheet.getByRole("heading", { name: second }).waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    await page.keyboard.press("x");
    await page.locator(".selection output").getByText("1 selected").waitFor();
    await page.keyboard.press("x");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: second }).waitFor();
  });

  test("several cards are deleted at once and come back with Undo", async (world) => {
    const page = await world.page();
    await open(page, "/people?sort=name");
    const before = await names(page);
    await page.keyboard.press("j");
    for (let row = 0; row < 3; row += 1) {
      await page.keyboard.press("x");
      await page.keyboard.press("j");
    }
    await page.locator(".selection output").getByText("3 selected").waitFor();
    await audit(page);
    await page.locator(".selection").getByRole("button", { name: "Delete" }).click();
    await undoToast(page, "3 were moved to the trash");
    await toast(page, "Undone");
    await open(page, "/people?sort=name");
    assert.deepEqual(await names(page), before);
  });

  test("a list is taken along as CSV, vCard and workbook, as it is filtered", async (world) => {
    const page = await world.page();
    await open(page, "/people?q=cna");
    for (const [item, name, sign] of [["Export as CSV", /\.csv$/, "Cna"], ["Export as vCard", /\.vcf$/, "BEGIN:VCARD"]]) {
      await page.locator(".page-head").getByRole("button", { name: "More" }).click();
      const link = page.getByRole("link", { name: item });
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      await link.waitFor({ state: "hidden" });
      assert.match(download.suggestedFilename(), name);
      const text = await readFile(await download.path(), "utf8");
      assert.ok(text.includes(sign), text.slice(0, 200));
      assert.ok(!text.includes("Dna"), "only what is filtered is exported");
    }
    await page.locator(".page-head").getByRole("button", { name: "More" }).click();
    const link = page.getByRole("link", { name: "Export as Excel (XLSX)" });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    assert.match(download.suggestedFilename(), /^people-.*\.xlsx$/);
    assert.equal((await readFile(await download.path())).subarray(0, 2).toString(), "PK");
  });
});

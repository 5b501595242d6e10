// On paper: a card prints as a card, a list as a list, without what only a screen needs.
import assert from "node:assert/strict";
import { person, post } from "./support/people.mjs";
import { open } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const CHROME = [".sidebar", ".bottom-bar", ".toolbar [role=search]", ".toolbar button", "#composer", ".page-head .button", ".card-head .end", "[data-open]", ".selection", "k-toast", "aside.related header a"];

async function onPaper(page) {
  await page.emulateMedia({ media: "print" });
  for (const part of CHROME) {
    for (const element of await page.locator(part).all()) {
      assert.equal(await element.isVisible(), false, `${part} is printed`);
    }
  }
}

export default suite("Print", (test) => {
  test("a card prints as a card", async (world) => {
    const path = await person(world, "Pernille", "Paper", { job_title: "Printer", "phones.0.number": "20 12 12 12" });
    await post(`${world.url}/composer/note`, { about: `person:${path.split("/").pop()}`, text: "On paper too" }, world.owner);
    const page = await world.page();
    await open(page, path);
    await onPaper(page);
    assert.ok(await page.getByRole("heading", { level: 1, name: "Pernille Paper" }).isVisible());
    for (const text of ["Printer", "On paper too"]) assert.ok(await page.getByText(text).last().isVisible(), text);
    assert.ok((await page.pdf()).length > 1000);
  });

  test("a list prints whole, as a list", async (world) => {
    await Promise.all(Array.from({ length: 45 }, (_, at) => person(world, `Row${at}`, "Paper")));
    const page = await world.page({ viewport: { width: 1440, height: 500 } });
    await open(page, "/people?sort=name");
    await onPaper(page);
    const table = await page.locator("table.list").boundingBox();
    const frame = await page.locator(".list-frame").boundingBox();
    assert.ok(frame.height >= table.height - 2, "the frame cuts the list off");
    assert.ok(await page.getByText("Row9 Paper").first().isVisible());
  });
});

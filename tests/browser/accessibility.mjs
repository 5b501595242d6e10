// axe-core on the screens that no other test looks at, filled with much and with long texts.
import { audit } from "./support/axe.mjs";
import { card, person, post } from "./support/people.mjs";
import { open } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const FULL = {
  job_title: "Senior vice president of nearly everything", department: "Sales", nickname: "Gus", birthday: "05-17", tags: "vip, newsletter, customer",
  "phones.0.number": "20 11 22 33", "phones.0.label": "mobile", "phones.1.number": "ask at the desk", "emails.0.address": "gus@full.example",
  "addresses.0.street": "Søndergade 12", "addresses.0.postal_code": "8000", "addresses.0.city": "Aarhus", "links.0.url": "https://full.example",
  "socials.0.handle": "gus", "socials.0.network": "linkedin", about: "Two lines\nof text", rating: "4", source: "event", language: "da",
};

export default suite("Accessibility", (test) => {
  test("cards with everything on them", async (world) => {
    const firm = await card(world, "companies", { name: "Fuldt & Helt ApS", industry: "Boats", employees: "12", "phones.0.number": "33 12 34 56" });
    const home = await card(world, "households", { name: "Full, Søndergade", "addresses.0.city": "Aarhus" });
    const path = await person(world, "Gustav", "Full", { ...FULL, company: `company:${firm.split("/").pop()}` });
    const about = `person:${path.split("/").pop()}`;
    for (const [kind, form] of [
      ["comment", { text: "A comment for @Ida Berg" }],
      ["note", { text: "A note" }], ["call", { text: "A call", outcome: "reached", direction: "in", duration: "12" }],
      ["task", { subject: "A task", due_at: "yesterday", priority: "high" }],
    ]) await post(`${world.url}/composer/${kind}`, { about, ...form }, world.owner);
    await post(`${world.url}${home}/link`, { object: "person", kind: "-member_of", to: about }, world.owner);
    const page = await world.page();
    for (const each of [path, firm, home, `${path}/history`]) {
      await open(page, each);
      await audit(page);
    }
  });

  test("forms with everything unfolded", async (world) => {
    const page = await world.page();
    for (const path of ["/people/new", "/companies/new", "/households/new", "/tasks/new"]) {
      await open(page, path);
      await page.locator("details").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
      await audit(page);
    }
  });

  test("every editor of a card", async (world) => {
    const page = await world.page();
    await open(page, await person(world, "Edith", "Editor", FULL));
    await page.locator("details").evaluateAll((folds) => folds.forEach((fold) => { fold.open = true; }));
    const openers = page.locator("section.fields [data-open]");
    for (let at = 0; at < await openers.count(); at += 1) {
      await openers.nth(at).click();
      await page.locator("k-edit form").waitFor();
      await audit(page, [[1440, at % 2 ? "dark" : "light"]]);
      await page.keyboard.press("Escape");
      await page.locator("k-edit form").waitFor({ state: "detached" });
    }
  });

  test("lists, tasks, search and what was done", async (world) => {
    const page = await world.page();
    for (const path of ["/people", "/companies", "/households", "/tasks", "/notes", "/calls", "/comments", "/notifications", "/search?q=gus", "/history"]) {
      await open(page, path);
      await audit(page);
    }
    await open(page, "/tasks");
    await page.locator("tr[data-row] th a").first().click();
    await audit(page);
  });

  test("menus, shortcuts and the narrow sidebar", async (world) => {
    const page = await world.page();
    await open(page, "/people");
    await page.locator(".page-head").getByRole("button", { name: "More" }).click();
    await audit(page, [[1440, "light"], [1440, "dark"]]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await audit(page, [[1440, "light"], [1440, "dark"]]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Narrow sidebar" }).click();
    await audit(page, [[1440, "light"], [1440, "dark"]]);
  });
});

// On a phone: 390 px wide, touch, the bar at the bottom.
import assert from "node:assert/strict";
import { card, person, post } from "./support/people.mjs";
import { noSidewaysScroll, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LONG = "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh";

export default suite("Phone", (test) => {
  test("the bar at the bottom leads everywhere", async (world) => {
    const path = await person(world, "Pia", "Pocket", { "phones.0.number": "20 55 66 77" });
    const page = await world.page(PHONE);
    await open(page, "/today");
    const bar = page.getByRole("navigation", { name: "Quick navigation" });
    assert.equal(await page.getByRole("navigation", { name: "Main navigation" }).isVisible(), false);
    await bar.getByRole("link", { name: "Cards" }).tap();
    await page.waitForURL("**/people");
    await page.locator("tr[data-row]").getByRole("link", { name: /Pia Pocket/ }).tap();
    await page.waitForURL(`**${path}`);
    await bar.getByRole("link", { name: "Search" }).tap();
    await page.getByRole("combobox").fill("poc");
    await page.locator("dialog.palette [role=option]").filter({ hasText: "Pia Pocket" }).tap();
    await page.waitForURL(`**${path}`);
    await bar.getByRole("link", { name: "New" }).tap();
    await page.waitForURL("**/people/new");
    await bar.getByRole("link", { name: /^Bell/ }).tap();
    await page.waitForURL("**/notifications");
    await bar.getByRole("link", { name: "More" }).tap();
    await page.getByRole("link", { name: "Import" }).first().waitFor();
    await bar.getByRole("link", { name: "Today" }).tap();
    await page.waitForURL("**/today");
  });

  test("a person is written down and a call logged with the thumb", async (world) => {
    const page = await world.page(PHONE);
    await open(page, "/people/new");
    await page.getByLabel("First name").fill("Tim");
    await page.getByPlaceholder("Phone number").first().fill("20 99 88 77");
    await page.getByRole("button", { name: "Create person" }).tap();
    await toast(page, "Tim was created");
    await page.locator("#composer nav").getByRole("link", { name: "Call" }).tap();
    await page.getByPlaceholder("What was said?").fill("On the way");
    await page.getByRole("button", { name: "Log call" }).tap();
    await page.locator(".timeline").getByText("On the way").waitFor();
    await noSidewaysScroll(page);
  });

  test("no page scrolls sideways, whatever is written on it", async (world) => {
    const firm = await card(world, "companies", { name: `${LONG} & ${LONG} ApS` });
    const path = await person(world, LONG, LONG, {
      job_title: LONG, tags: `${LONG}, vip`, company: `company:${firm.split("/").pop()}`,
      "emails.0.address": `${LONG}@${LONG.slice(0, 40)}.example`, "links.0.url": `https://example.com/${LONG}${LONG}`,
    });
    const about = `person:${path.split("/").pop()}`;
    await post(`${world.url}/composer/note`, { about, text: `${LONG}${LONG}` }, world.owner);
    await post(`${world.url}/composer/task`, { about, subject: `${LONG}${LONG}`, due_at: "today" }, world.owner);
    const page = await world.page(PHONE);
    const pages = ["/today", "/people", "/companies", "/tasks", path, firm, `${path}/edit`, `${path}/history`, "/people/new", "/search?q=wolf", "/history",
      "/trash", "/import", "/settings/profile", "/settings/members", "/settings/workspace", "/settings/sessions", "/settings/relations", "/settings/organisation", "/settings/roles", "/settings/access", "/settings/passkeys"];
    for (const each of pages) {
      await open(page, each);
      await noSidewaysScroll(page);
    }
  });

  test("what is touched is large enough to hit", async (world) => {
    const page = await world.page(PHONE);
    await open(page, "/people");
    const small = await page.locator("nav.bottom-bar a, .page-head a.button, .page-head button").evaluateAll((controls) => controls
      .map((control) => ({ text: control.textContent.trim(), box: control.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 32 || box.width < 32))
      .map(({ text, box }) => `${text}: ${box.width}×${box.height}`));
    assert.deepEqual(small, []);
  });
});

// The contact guard: who has a card in hand is shown live on a colleague's page, and a call is stopped by what is known.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { card, colleague, person, post } from "./support/people.mjs";
import { open } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

async function openLive(page, path) {
  const stands = page.waitForResponse((response) => response.url().includes("/live"));
  await open(page, path);
  await stands;
}

function idOf(path) {
  return path.split("/").pop();
}

export default suite("Guard", (test) => {
  test("a colleague who calls somebody at the company shows live, and before the next call", async (world) => {
    const firm = `company:${idOf(await card(world, "companies", { name: "Guarded Shipping" }))}`;
    const anna = await person(world, "Anna", "Guarded", { company: firm, "phones.0.number": "+4531425510" });
    const bo = await person(world, "Bo", "Guarded", { company: firm, "phones.0.number": "+4531425511" });
    const session = await colleague(world, { name: "Gry Holm", email: "gry@berg.example" });
    const [mine, theirs] = [await world.page(), await world.page({ session })];
    await openLive(mine, bo);
    assert.equal(await mine.locator("#guard").getByText("Gry Holm").count(), 0);
    await openLive(theirs, anna);
    await mine.locator("#guard").getByText("has the card open").waitFor();
    await theirs.getByRole("link", { name: "Call", exact: true }).first().click();
    // Ida has a card of the same company open, so Gry is told first.
    await theirs.getByText("has the card open").waitFor();
    await theirs.getByRole("link", { name: "Call anyway" }).click();
    await theirs.waitForURL(/compose=call/);
    await mine.locator("#guard").getByText("is calling").waitFor();
    await audit(mine, [[1440, "light"], [390, "dark"]]);
    await mine.setViewportSize({ width: 1440, height: 900 });
    await mine.getByRole("link", { name: "Call", exact: true }).first().click();
    await mine.getByRole("heading", { name: "Before you contact Bo Guarded" }).waitFor();
    await mine.getByText("is calling").waitFor();
    await audit(mine, [[1440, "light"], [390, "dark"]]);
    await mine.getByRole("link", { name: "Call anyway" }).click();
    await mine.waitForURL(`**${bo}?compose=call*`);
  });

  test("what a colleague wrote down appears while the card is open", async (world) => {
    const path = await person(world, "Carl", "Guarded");
    const session = await colleague(world, { name: "Hugo Falk", email: "hugo@berg.example" });
    const page = await world.page();
    await openLive(page, path);
    const call = { about: `person:${idOf(path)}`, direction: "out", outcome: "reached", text: "Wants a mooring" };
    assert.equal((await post(`${world.url}/composer/call`, call, session)).status, 303);
    await page.locator("#guard").getByText("Wants a mooring").waitFor();
    await page.locator("#guard").getByText("Hugo Falk").waitFor();
  });
});

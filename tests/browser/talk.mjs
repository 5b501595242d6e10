// Talk among colleagues: naming somebody by keyboard, and the bell of whoever is named, live on another page.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { colleague, person, post } from "./support/people.mjs";
import { eventually, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const SAY = "Say something to colleagues; @ names somebody";

async function openLive(page, path) {
  const stands = page.waitForResponse((response) => response.url().includes("/live"));
  await open(page, path);
  await stands;
}

function bell(page) {
  return page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: /^Notifications/ });
}

export default suite("Talk", (test) => {
  test("somebody is named by keyboard, and the bell rings on their page", async (world) => {
    const path = await person(world, "Nora", "Named");
    const session = await colleague(world, { name: "Bo Dahl", email: "bo@berg.example" });
    const [mine, theirs] = [await world.page(), await world.page({ session })];
    await openLive(theirs, "/people");
    assert.doesNotMatch(await bell(theirs).textContent(), /\d/);
    await openLive(mine, `${path}?compose=comment`);
    const text = mine.getByRole("textbox", { name: SAY });
    await text.pressSequentially("Could you call her, @bo");
    const option = mine.getByRole("option", { name: /Bo Dahl/ });
    await option.waitFor();
    await eventually(async () => (await option.getAttribute("aria-selected")) === "true", "the first is chosen");
    assert.equal(await text.getAttribute("aria-activedescendant"), await option.getAttribute("id"));
    await audit(mine, [[1440, "light"], [390, "dark"]]);
    await mine.keyboard.press("Enter");
    await option.waitFor({ state: "detached" });
    assert.equal(await text.inputValue(), "Could you call her, @Bo Dahl ");
    await text.pressSequentially("today?");
    await mine.getByRole("button", { name: "Comment", exact: true }).click();
    await toast(mine, "Comment added");
    await mine.locator(".mention").getByText("@Bo Dahl").waitFor();
    await bell(theirs).getByText("1 unread").waitFor({ state: "attached" });
    await bell(theirs).click();
    await theirs.waitForURL("**/notifications");
    await theirs.getByRole("link", { name: /Ida Berg named you on Nora Named/ }).click();
    await theirs.waitForURL(`**${path}#comment-*`);
    await theirs.locator(".mention[data-me]").waitFor();
    await eventually(async () => !/\d/.test(await bell(theirs).textContent()), "what was opened is read");
  });

  test("Escape leaves the name as it was typed, and it is understood all the same", async (world) => {
    const path = await person(world, "Ole", "Typed");
    const page = await world.page();
    await open(page, `${path}?compose=comment`);
    const text = page.getByRole("textbox", { name: SAY });
    await text.pressSequentially("@bo");
    await page.getByRole("option", { name: /Bo Dahl/ }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("option").first().waitFor({ state: "detached" });
    await text.pressSequentially(" dahl look");
    await page.getByRole("button", { name: "Comment", exact: true }).click();
    await page.locator(".mention").getByText("@bo dahl").waitFor();
  });

  test("a comment appears on a colleague's page, is mended in place and taken back", async (world) => {
    const path = await person(world, "Liv", "Live");
    const session = await colleague(world, { name: "Cem Kaya", email: "cem@berg.example" });
    const [mine, theirs] = [await world.page(), await world.page({ session })];
    await openLive(theirs, path);
    await open(mine, `${path}?compose=comment`);
    await mine.getByRole("textbox", { name: SAY }).fill("She moves in May");
    await mine.getByRole("button", { name: "Comment", exact: true }).click();
    await theirs.locator(".timeline").getByText("She moves in May").waitFor();
    const entry = mine.locator(".entry").filter({ hasText: "She moves in May" });
    assert.equal(await theirs.locator(".said-actions").count(), 0);
    await entry.getByRole("link", { name: "Edit" }).click();
    const editor = mine.locator(".composer-again");
    await editor.getByRole("textbox").fill("She moves in June");
    await editor.getByRole("button", { name: "Save" }).click();
    await theirs.locator(".timeline").getByText("She moves in June").waitFor();
    await mine.locator(".entry").filter({ hasText: "She moves in June" }).getByRole("button", { name: "Delete" }).click();
    await toast(mine, "trash");
    await theirs.locator(".timeline").getByText("She moves in June").waitFor({ state: "detached" });
    await mine.locator("k-toast").getByRole("button", { name: "Undo" }).click();
    await theirs.locator(".timeline").getByText("She moves in June").waitFor();
  });

  test("a card is followed and no longer followed with one button", async (world) => {
    const path = await person(world, "Finn", "Followed");
    const session = await colleague(world, { name: "Eva Lund", email: "eva@berg.example" });
    const page = await world.page({ session });
    await openLive(page, path);
    // Whoever is responsible for the card follows it.
    await page.locator("#followers").getByText("Ida Berg").waitFor();
    await page.getByRole("button", { name: "Follow", exact: true }).click();
    await toast(page, "You follow this card");
    await page.locator("#followers").getByText("Eva Lund").waitFor();
    await page.getByRole("button", { name: "Following" }).click();
    await toast(page, "You no longer follow this card");
    await page.locator("#followers").getByText("Eva Lund").waitFor({ state: "detached" });
  });

  test("notifications, choices and the outbox read well for everybody", async (world) => {
    const session = await colleague(world, { name: "Axel Audit", email: "axel@berg.example" });
    for (const family of ["One", "Two", "Three"]) {
      const path = await person(world, "Anna", family);
      const about = `person:${path.split("/").pop()}`;
      await post(`${world.url}/composer/comment`, { about, text: `@Axel Audit ${"please ".repeat(40)}` }, world.owner);
    }
    const theirs = await world.page({ session });
    for (const path of ["/notifications", "/notifications?show=unread", "/settings/notifications"]) {
      await open(theirs, path);
      await audit(theirs);
    }
    await theirs.goto(`${world.url}/notifications`);
    await theirs.getByRole("button", { name: "Mark all as read" }).click();
    await eventually(async () => (await theirs.locator("[data-unread]").count()) === 0, "all is read");
    await audit(theirs, [[1440, "light"], [390, "dark"]]);
    await post(`${world.url}/settings/mail/test`, {}, world.owner);
    const page = await world.page();
    await open(page, "/settings/mail");
    await audit(page);
    await page.getByRole("link", { name: "A test letter from Kartotek" }).first().click();
    await page.locator("pre.letter").waitFor();
    await audit(page);
    await open(page, "/settings/members");
    await audit(page, [[1440, "light"], [390, "dark"]]);
  });
});

// What a colleague changes appears without reloading, and nobody's typing is overwritten.
import assert from "node:assert/strict";
import { colleague, person } from "./support/people.mjs";
import { edit, eventually, field, open } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

/** A page is told of nothing before its stream stands. */
async function openLive(page, path) {
  const stands = page.waitForResponse((response) => response.url().includes("/live"));
  await open(page, path);
  await stands;
}

async function change(page, label, text) {
  const line = await edit(page, label);
  await line.locator("input:not([type=hidden])").first().fill(text);
  await page.keyboard.press("Enter");
  await line.getByText(text).waitFor();
}

export default suite("Live", (test) => {
  test("a change on one page appears on another, and says who else is here", async (world) => {
    const path = await person(world, "Hugo", "Lind", { job_title: "Gardener" });
    const anna = await colleague(world, { name: "Anna Lund", email: "anna@berg.example" });
    const [mine, theirs] = [await world.page(), await world.page({ session: anna })];
    await openLive(mine, path);
    await openLive(theirs, path);
    await mine.locator("#present").getByText("Anna Lund is here").waitFor();
    await change(theirs, "Job title", "Florist");
    await field(mine, "Job title").getByText("Florist").waitFor();
  });

  test("a note of a colleague appears on the timeline", async (world) => {
    const path = await person(world, "Inge", "Lind");
    const [mine, theirs] = [await world.page(), await world.page()];
    await openLive(mine, path);
    await open(theirs, path);
    await theirs.getByPlaceholder("What is worth remembering?").fill("Likes liquorice");
    await theirs.getByRole("button", { name: "Save note" }).click();
    await mine.locator(".timeline").getByText("Likes liquorice").waitFor();
  });

  test("what is being typed stays while others change the card", async (world) => {
    const path = await person(world, "Jens", "Lind", { job_title: "Sailor", nickname: "Jan" });
    const [mine, theirs] = [await world.page(), await world.page()];
    await openLive(mine, path);
    await open(theirs, path);
    const line = await edit(mine, "Nickname");
    const input = line.locator("input:not([type=hidden])").first();
    await input.fill("half a w");
    await change(theirs, "Job title", "Captain");
    await field(mine, "Job title").getByText("Captain").waitFor();
    await change(theirs, "Nickname", "Jonas");
    await mine.waitForTimeout(400);
    assert.equal(await input.inputValue(), "half a w");
    await mine.keyboard.press("Escape");
    await eventually(async () => (await line.textContent()).includes("Jonas"), "the editor gives way to the new value");
  });
});

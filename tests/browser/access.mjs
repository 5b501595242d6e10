// Who may do what: inviting, joining, reading without changing.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { colleague, person, post } from "./support/people.mjs";
import { eventually, open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

export default suite("Access", (test) => {
  test("a colleague is invited by a link, joins with it, and it works only once", async (world) => {
    world.expect(404, 409, 422);
    const page = await world.page();
    await open(page, "/settings/members");
    await page.getByLabel("E-mail").fill("bo@berg.example");
    await audit(page);
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    const link = await page.getByLabel("Link to the invitation").inputValue();
    await page.getByText("bo@berg.example").first().waitFor();
    await audit(page);

    const theirs = await world.page({ session: null });
    await theirs.goto(link);
    await theirs.getByRole("heading", { name: "Join Berg & Daughters" }).waitFor();
    await audit(theirs);
    await theirs.getByLabel("Your name").fill("Bo Berg");
    await theirs.getByLabel("Password").fill("a loud harbour");
    await theirs.getByRole("button", { name: "Join" }).click();
    await theirs.getByRole("heading", { name: "Your card index is empty" }).waitFor();
    assert.equal(await theirs.getByRole("button", { name: "Fill with sample data" }).count(), 0, "members do not fill in samples");
    await page.reload();
    await page.getByRole("row").filter({ hasText: "Bo Berg" }).waitFor();

    const third = await world.page({ session: null });
    const again = await third.goto(link);
    assert.ok(again.status() >= 400, "a used link leads nowhere");
    await third.getByText("This invitation has expired, was used or was withdrawn.").first().waitFor();
    await audit(third);
  });

  test("an invitation that was withdrawn leads nowhere", async (world) => {
    world.expect(404, 409);
    const page = await world.page();
    await open(page, "/settings/members");
    await page.getByLabel("E-mail").fill("carl@berg.example");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    const link = await page.getByLabel("Link to the invitation").inputValue();
    await page.getByRole("button", { name: "Withdraw the invitation of carl@berg.example" }).click();
    await toast(page, "Invitation withdrawn");
    const theirs = await world.page({ session: null });
    assert.ok((await theirs.goto(link)).status() >= 400);
  });

  test("a reader sees cards and changes none", async (world) => {
    world.expect(403);
    const path = await person(world, "Rosa", "Read", { job_title: "Reader", "phones.0.number": "20 11 22 33" });
    const reader = await colleague(world, { name: "Rita Reader", email: "rita@berg.example", role: "read_only" });
    const page = await world.page({ session: reader });
    await open(page, path);
    await page.locator("section.fields").getByText("Reader", { exact: true }).waitFor();
    for (const control of ["[data-open]", "#composer", "aside.related header a", ".card-head form:not(#follow)"]) {
      assert.equal(await page.locator(control).count(), 0, `a reader sees ${control}`);
    }
    await audit(page);
    await open(page, "/people");
    await page.locator("tr[data-row]").first().waitFor();
    assert.equal(await page.locator("td[data-edit]").count(), 0);
    assert.equal(await page.locator("[data-new], a[href='/import'], a[href='/people/new']").count(), 0);
    assert.equal(await page.locator(".selection, .pick").count(), 0, "a reader selects nothing to delete");
    await audit(page);
    const id = path.split("/").pop();
    for (const [address, form] of [
      [path, { job_title: "Writer" }], [`${path}/fields/job_title`, { job_title: "Writer", seen: "null" }],
      ["/people", { "name.given": "New" }], [`${path}/trash`, {}], ["/people/bulk", { do: "trash", id }],
      ["/composer/note", { about: `person:${id}`, text: "x" }],
    ]) {
      assert.equal((await post(world.url + address, form, reader)).status, 403, `POST ${address}`);
    }
    const answer = await page.goto("/people/new");
    assert.equal(answer.status(), 403);
    await page.getByText("You have no permission for this.").waitFor();
    await audit(page);
  });

  test("members do not see what administrators do", async (world) => {
    world.expect(403);
    const member = await colleague(world, { name: "Mia Member", email: "mia@berg.example" });
    const page = await world.page({ session: member });
    await open(page, "/settings/profile");
    assert.equal(await page.getByRole("link", { name: "People and roles" }).count(), 0);
    for (const path of ["/settings/members", "/settings/workspace", "/settings/jobs"]) {
      assert.equal((await page.goto(path)).status(), 403, path);
    }
  });

  test("a role is changed in a menu, and a removed colleague is out at once", async (world) => {
    const session = await colleague(world, { name: "Nora Next", email: "nora@berg.example" });
    const theirs = await world.page({ session });
    await open(theirs, "/people");
    const page = await world.page();
    await open(page, "/settings/members");
    const row = page.getByRole("row").filter({ hasText: "Nora Next" });
    await row.getByRole("button", { name: "Change Nora Next" }).click();
    await audit(page, [[1440, "light"], [1440, "dark"]]);
    await page.getByRole("button", { name: "Change role to Administrator" }).click();
    await toast(page, "Nora Next is now Administrator");
    await row.getByRole("button", { name: "Change Nora Next" }).click();
    await page.getByRole("link", { name: "Remove from workspace" }).click();
    await audit(page);
    await page.locator("main form button").last().click();
    await toast(page, "Nora Next was removed");
    await eventually(async () => {
      await theirs.goto("/people");
      return theirs.url().includes("/sign-in");
    }, "the colleague is out");
  });

  test("what does not exist and what broke say so", async (world) => {
    world.expect(404);
    const page = await world.page();
    const answer = await page.goto("/people/01a2029af6197cc0a340383708d38187");
    assert.equal(answer.status(), 404);
    await page.getByText("There is nothing here, or you have no access to it.").waitFor();
    await audit(page);
  });
});

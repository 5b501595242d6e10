// Appointments: begun on a card and by choosing an hour, moved by keyboard and by hand, the day on Today.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { colleague, person } from "./support/people.mjs";
import { answered, eventually, noSidewaysScroll, open, toast, undoToast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

/** The day that is so many days from now, where everybody sits. */
function day(ahead) {
  const at = new Date(Date.now() + ahead * 86_400_000);
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Copenhagen" }).format(at);
}

async function make(page, path, values) {
  await open(page, `${path}?compose=appointment`);
  const composer = page.locator("#composer");
  for (const [label, text] of Object.entries(values)) await composer.getByLabel(label, { exact: true }).first().fill(text);
  await composer.getByRole("button", { name: "Add appointment" }).click();
  await toast(page, "Appointment added");
}

export default suite("Calendar", (test) => {
  test("a meeting is made on a card with a colleague, and stands on it", async (world) => {
    await colleague(world, { name: "Bo Dahl", email: "bo@berg.example" });
    const page = await world.page();
    const path = await person(world, "Mette", "Meeting");
    await open(page, path);
    await page.locator("#composer nav").getByRole("link", { name: "Meeting" }).click();
    const composer = page.locator("#composer");
    await composer.getByLabel("What", { exact: true }).fill("Sea trial");
    await composer.getByLabel("Begins").fill(`${day(1)} 10:00`);
    await composer.getByLabel("How long").selectOption("90");
    await composer.getByLabel("Place").fill("Quay 4");
    const search = composer.getByRole("searchbox");
    await answered(page, "/pick", () => search.last().fill("bo d"));
    assert.match(await composer.locator("k-repeat select").last().locator("option:checked").textContent(), /Bo Dahl/);
    await audit(page);
    await composer.getByRole("button", { name: "Add appointment" }).click();
    await toast(page, "Appointment added");
    const next = page.locator(".timeline [data-pinned] .slot").filter({ hasText: "Sea trial" });
    await next.getByText("Bo Dahl").waitFor();
    await audit(page);
  });

  test("one is moved by keyboard, and Undo puts it back", async (world) => {
    const page = await world.page();
    await open(page, `/calendar?as=day&date=${day(1)}`);
    const event = page.locator(".event").filter({ hasText: "Sea trial" });
    await event.getByText(/10[.:]00/).waitFor();
    await event.focus();
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await answered(page, "/calendar", () => page.keyboard.press("Enter"));
    await event.getByText(/11[.:]00/).waitFor();
    await undoToast(page, "Moved to");
    await event.getByText(/10[.:]00/).waitFor();
    // Escape leaves it where it was.
    await event.focus();
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Escape");
    await page.reload();
    await event.getByText(/10[.:]00/).waitFor();
  });

  test("one is dragged to another hour, and over another it says so", async (world) => {
    const page = await world.page();
    await make(page, await person(world, "Jens", "Visit"), { What: "Yard visit", Begins: `${day(1)} 14:00` });
    await open(page, `/calendar?as=day&date=${day(1)}`);
    const event = page.locator(".event").filter({ hasText: "Yard visit" });
    // The lower half of an hour is its half: until 10:30, when the sea trial has begun.
    const hour = page.locator(".hour[href*='+09%3A00']");
    await answered(page, "/calendar", () => event.dragTo(hour, { sourcePosition: { x: 20, y: 4 }, targetPosition: { x: 30, y: 34 } }));
    await toast(page, "At the same time");
    await event.getByText(/09[.:]30/).waitFor();
    await event.getByText("Overlaps").waitFor({ state: "attached" });
    await audit(page);
  });

  test("an hour leads to a new appointment, and a month takes a drop", async (world) => {
    const page = await world.page();
    await open(page, `/calendar?as=day&date=${day(2)}`);
    await page.getByRole("link", { name: /New appointment .*13[.:]00/ }).click();
    await page.getByLabel("What", { exact: true }).fill("Boat show");
    await audit(page);
    await page.getByRole("button", { name: "Create appointment" }).click();
    await toast(page, "Boat show was created");
    await open(page, `/calendar?as=month&date=${day(2)}`);
    const entry = page.locator(".on-day").filter({ hasText: "Boat show" });
    await answered(page, "/calendar", () => entry.dragTo(page.locator(`td[data-to="${day(3)}"]`)));
    await page.locator(`td[data-to="${day(3)}"]`).getByText("Boat show").waitFor();
  });

  test("every span reads well for everybody, and a colleague's column stands beside one's own", async (world) => {
    const page = await world.page();
    for (const span of ["day", "week", "month", "agenda"]) {
      await open(page, `/calendar?as=${span}&date=${day(1)}`);
      await page.getByText("Sea trial").first().waitFor();
      await audit(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await noSidewaysScroll(page);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
    await open(page, `/calendar?as=day&date=${day(1)}`);
    await page.getByRole("button", { name: "My calendar" }).click();
    await page.locator("#calendar-whose").getByLabel("Bo Dahl").check();
    await audit(page);
    await page.getByRole("button", { name: "Show" }).click();
    await eventually(async () => (await page.locator(".day .event").filter({ hasText: "Sea trial" }).count()) === 2, "it stands in both columns");
  });

  test("a week's series loses one, and Today has the day", async (world) => {
    const page = await world.page();
    const path = await person(world, "Sara", "Series");
    await open(page, `${path}?compose=appointment`);
    const composer = page.locator("#composer");
    await composer.getByLabel("What", { exact: true }).fill("Harbour meeting");
    await composer.getByLabel("Begins").fill(`${day(0)} 12:00`);
    await composer.getByLabel("Repeats").selectOption({ label: "Every week" });
    await composer.getByRole("button", { name: "Add appointment" }).click();
    await toast(page, "Appointment added");
    await open(page, `/calendar?as=week&date=${day(7)}`);
    await page.locator(".event").filter({ hasText: "Harbour meeting" }).click();
    await page.getByText("One of a series").waitFor();
    await page.getByRole("link", { name: "Move", exact: true }).click();
    await page.getByLabel("To", { exact: true }).fill(`${day(8)} 15:00`);
    await audit(page);
    await page.getByRole("button", { name: "Move", exact: true }).click();
    await toast(page, "Moved to");
    await audit(page);
    await open(page, "/today");
    const slot = page.getByRole("region", { name: "The day" }).locator(".slot").filter({ hasText: "Harbour meeting" });
    await audit(page);
    await slot.getByRole("button", { name: "Change: Harbour meeting" }).click();
    await slot.getByRole("button", { name: "It took place" }).click();
    await toast(page, "Harbour meeting: Held");
    await slot.getByText("Held").waitFor();
  });

  test("a secret address is made and given up, and a calendar file is read", async (world) => {
    const page = await world.page();
    await make(page, await person(world, "Finn", "Feed"), { What: "Feed check", Begins: `${day(1)} 18:00` });
    await open(page, "/calendar");
    await page.getByRole("link", { name: "Subscribe and import" }).click();
    await page.getByRole("button", { name: "Make a secret address" }).click();
    const address = await page.getByLabel("Your new secret address").inputValue();
    await audit(page);
    const feed = await fetch(world.url + new URL(address).pathname);
    assert.match(await feed.text(), /SUMMARY:Feed check/);
    await page.getByRole("button", { name: "Give up" }).click();
    await toast(page, "The address shows nothing any more");
    assert.equal((await fetch(world.url + new URL(address).pathname)).status, 404);
    const at = day(1).replaceAll("-", "");
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:x@else.example", `DTSTART;VALUE=DATE:${at}`, "SUMMARY:Trade fair", "END:VEVENT", "END:VCALENDAR", ""];
    await page.getByLabel("Calendar file", { exact: true }).setInputFiles({ name: "fair.ics", mimeType: "text/calendar", buffer: Buffer.from(lines.join("\r\n")) });
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await toast(page, "1 new");
    await open(page, `/calendar?as=week&date=${day(1)}`);
    await page.locator(".whole .event").filter({ hasText: "Trade fair" }).waitFor();
    await audit(page);
  });

  test("a customer confirms on a telephone, by the link of a letter and without an account", async (world) => {
    const page = await world.page();
    const path = await person(world, "Vera", "Visited", { "emails.0.address": "vera@else.example" });
    await open(page, `${path}?compose=appointment`);
    const composer = page.locator("#composer");
    await composer.getByLabel("What", { exact: true }).fill("Hull survey");
    await composer.getByLabel("Begins").fill("in 2 hours");
    await composer.getByLabel("Remind the customer the day before").check();
    await composer.getByRole("button", { name: "Add appointment" }).click();
    await toast(page, "Appointment added");
    // They are looked for each minute.
    await eventually(async () => {
      await page.goto("/settings/mail");
      return (await page.locator("main tbody a").count()) > 0;
    }, "the letter is written", 100_000);
    await page.locator("main tbody a").first().click();
    const link = /\/visits\/[\w-]+\?answer=confirm/.exec(await page.locator("main").innerText().then((text) => text.replaceAll("\n", "")))[0];
    const theirs = await world.page({ session: null, viewport: { width: 390, height: 844 } });
    await theirs.goto(link);
    await theirs.getByRole("heading", { name: "Hull survey" }).waitFor();
    await noSidewaysScroll(theirs);
    await audit(theirs);
    await theirs.getByRole("button", { name: "I will be there" }).click();
    await theirs.getByText("You have said that you will be there").waitFor();
    await audit(theirs);
    await open(page, path);
    await page.locator(".timeline").getByText("Vera Visited confirmed: Hull survey").waitFor();
  }, 150);
});

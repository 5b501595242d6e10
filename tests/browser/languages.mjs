// Six languages, whole: no page shows the name of a text instead of the text.
import assert from "node:assert/strict";
import { card, person, post } from "./support/people.mjs";
import { noSidewaysScroll, texts } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

/** A text that nobody wrote would be shown as its key: `task-due-at`. */
const KEY = /^[a-z]+(-[a-z0-9]+)+$/;
/** The shell in its languages: Today, people, settings. */
const WORDS = {
  en: ["Today", "People", "Settings"],
  da: ["I dag", "Personer", "Indstillinger"],
  sv: ["I dag", "Personer", "Inställningar"],
  tr: ["Bugün", "Kişiler", "Ayarlar"],
  bg: ["Днес", "Хора", "Настройки"],
  zh: ["今天", "联系人", "设置"],
};
const NAMES = { en: "English", da: "dansk", sv: "svenska", tr: "Türkçe", bg: "български", zh: "中文" };

let paths = null;

/** Every kind of page there is, with something on it. */
async function screens(world) {
  if (paths) return paths;
  const firm = await card(world, "companies", { name: "Nordhavn Boats" });
  const home = await card(world, "households", { name: "Berg" });
  const more = { job_title: "Welder", birthday: "1980-05-17", "phones.0.number": "20 11 22 33", "phones.0.label": "mobile" };
  const anna = await person(world, "Anna", "Berg", { ...more, company: `company:${firm.split("/").pop()}` });
  const about = `person:${anna.split("/").pop()}`;
  const call = { about, outcome: "do_not_call", direction: "out", text: "Wants peace", duration: "5" };
  await post(`${world.url}/composer/call`, call, world.owner);
  const promise = { about, outcome: "call_back", direction: "in", call_back_at: "tomorrow 10:00", text: "Later" };
  await post(`${world.url}/composer/call`, promise, world.owner);
  await post(`${world.url}/composer/note`, { about, text: "Bella" }, world.owner);
  const task = { about, subject: "Offer", due_at: "today", repeat: "FREQ=WEEKLY", priority: "high" };
  await post(`${world.url}/composer/task`, task, world.owner);
  await post(`${world.url}/settings/invitations`, { email: "x@berg.example", role: "member" }, world.owner);
  const gone = await person(world, "Gone", "Away");
  await post(`${world.url}${gone}/trash`, {}, world.owner);
  const filter = encodeURIComponent(JSON.stringify({ field: "owner", op: "is", args: ["me"] }));
  paths = [
    "/today", "/people", `/people?filter=${filter}`, "/people?q=nobody", "/companies", "/households", "/tasks", "/people/new", "/companies/new",
    "/households/new", "/tasks/new", anna, firm, home, `${anna}?compose=call`, `${anna}?compose=task`, `${anna}/edit`, `${anna}/history`,
    `${anna}/contact/phone`, `${anna}/link?object=person`, `${anna}/link?object=company`, "/search", "/search?q=ann", "/history", "/trash", "/import",
    "/settings/profile", "/settings/password", "/settings/sessions", "/settings/workspace", "/settings/members", "/settings/relations", "/settings/organisation", "/settings/roles", "/settings/access", "/settings/passkeys",
    "/settings/jobs", "/people/nobody",
  ];
  return paths;
}

export default suite("Languages", (test) => {
  for (const [code, words] of Object.entries(WORDS)) {
    test(`every page is whole in ${NAMES[code]}`, async (world) => {
      world.expect(404);
      const all = await screens(world);
      const profile = { name: "Ida Berg", language: code, time_zone: "Europe/Copenhagen", theme: "system", density: "comfortable" };
      assert.equal((await post(`${world.url}/settings/profile`, profile, world.owner)).status, 303);
      const page = await world.page({ viewport: { width: 390, height: 844 } });
      const faults = [];
      for (const path of all) {
        await page.goto(path, { waitUntil: "domcontentloaded" });
        assert.equal(await page.locator("html").getAttribute("lang"), code, path);
        const shown = await texts(page);
        faults.push(...shown.filter((text) => KEY.test(text)).map((text) => `${path}: ${text}`));
        await noSidewaysScroll(page);
      }
      assert.deepEqual([...new Set(faults)], []);
      await page.goto("/people");
      const shown = await texts(page);
      for (const word of words) assert.ok(shown.includes(word), `“${word}” is not on the page`);
    });
  }

  test("sign-in speaks the language of the browser", async (world) => {
    const page = await world.page({ session: null, locale: "tr-TR" });
    await page.goto("/sign-in");
    assert.equal(await page.locator("html").getAttribute("lang"), "tr");
    assert.deepEqual((await texts(page)).filter((text) => KEY.test(text)), []);
  });
});

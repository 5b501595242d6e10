// The browser tests: the real program, driven in a real browser.
//   node tests/browser/run.mjs [words]     all tests, or those whose name holds the words
// KARTOTEK_BINARY names a program to test instead of building one; CHROMIUM a browser; KARTOTEK_TEST_POSTGRES a
// PostgreSQL server on which a part of the tests runs once more.
import { openBrowser } from "./support/browser.mjs";
import { build, createDatabase, start } from "./support/server.mjs";
import { Report } from "./support/suite.mjs";
import { World } from "./support/world.mjs";

const NAMES = [
  "entrance", "cards", "editing", "live", "activities", "list", "history", "relations", "import", "settings", "passkeys", "open-id",
  "access", "talk", "guard", "calendar", "deals", "leads", "forms", "trade", "whole-way", "languages", "keyboard", "phone", "scriptless", "print", "fields", "accessibility",
];
/** Those that also run on PostgreSQL: the way through the product. */
const EVERYWHERE = ["entrance", "cards", "editing", "activities", "list", "history", "import"];

/** Suites that run at the same time; each has a server of its own. */
const LANES = 2;

const only = process.argv[2]?.toLowerCase();
const suites = new Map();
for (const name of NAMES) suites.set(name, (await import(`./${name}.mjs`)).default);
const report = new Report();
const binary = build();
const began = performance.now();
const { browser, close } = await openBrowser();
try {
  await inLanes(NAMES.map((name) => () => run(suites.get(name))));
  const postgres = process.env.KARTOTEK_TEST_POSTGRES;
  if (postgres) await inLanes(EVERYWHERE.map((name) => () => run(suites.get(name), () => createDatabase(postgres, name), ", on PostgreSQL")));
} finally {
  await close();
}
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
process.exitCode = report.close();

async function inLanes(work) {
  const lane = async () => {
    for (let next = work.shift(); next; next = work.shift()) await next();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function run(suite, newDatabase, note) {
  if (only && !suite.tests.some(({ sentence }) => `${suite.name}: ${sentence}`.toLowerCase().includes(only))) return;
  const begin = async () => {
    const database = newDatabase?.();
    const server = await start(binary, database?.address);
    const world = new World(browser, server, { note, afterwards: () => database?.drop() });
    if (suite.isSetUp) await world.begin();
    return world;
  };
  await report.run(suite, begin, only);
}

// Tests and the report about them: a suite is a list of sentences, each with what proves it.
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const pictures = process.env.BROWSER_TEST_PICTURES ?? join(tmpdir(), "kartotek-browser-failures");

/**
 * `write` gets `test(sentence, proof, seconds)`; a proof gets the world it happens in. The tests of a suite share a workspace,
 * which is set up before the first unless the suite is about that.
 */
export function suite(name, write, { isSetUp = true } = {}) {
  const tests = [];
  write((sentence, proof, seconds = 60) => tests.push({ sentence, proof, seconds }));
  return { name, tests, isSetUp };
}

export class Report {
  passed = 0;
  failures = [];

  /**
   * `begin` makes a world with a workspace of its own. On a busy machine a page can come too late; then all of the suite is run
   * once more, where nothing is left of the first time: what is wrong is wrong the second time too.
   */
  async run(suite, begin, only) {
    for (const lastTime of [false, true]) {
      const world = await begin();
      try {
        const { passed, failures, late } = await this.#through(suite, world, only, lastTime);
        if (late) continue;
        this.passed += passed;
        this.failures.push(...failures);
        return;
      } finally {
        await world.end();
      }
    }
  }

  async #through(suite, world, only, lastTime) {
    const found = { passed: 0, failures: [], late: false };
    for (const { sentence, proof, seconds } of suite.tests) {
      const name = `${suite.name}: ${sentence}${world.note}`;
      if (only && !name.toLowerCase().includes(only)) continue;
      const error = await this.#attempt(name, proof, seconds, world);
      if (!error) {
        found.passed += 1;
      } else if (isLate(error) && !lastTime) {
        console.log(`late  ${name}, once more from the start\n${indented(error)}`);
        return { ...found, late: true };
      } else {
        found.failures.push(name);
        console.log(`FAIL  ${name}\n${indented(error)}`);
      }
    }
    return found;
  }

  /** What went wrong, if anything did. */
  async #attempt(name, proof, seconds, world) {
    const began = performance.now();
    try {
      await inTime(proof(world), seconds);
      world.complain();
      console.log(`ok    ${name} (${Math.round(performance.now() - began)} ms)`);
      return null;
    } catch (error) {
      await keepPictures(world, name);
      return error;
    } finally {
      await world.leave();
    }
  }

  close() {
    for (const name of this.failures) console.log(`failed: ${name}`);
    console.log(`${this.passed} passed; ${this.failures.length} failed`);
    return this.failures.length === 0 && this.passed > 0 ? 0 : 1;
  }
}

/** Something did not come in time, rather than being wrong. */
function isLate(error) {
  return error?.name === "TimeoutError" || /^(took longer|it did not come true)/.test(error?.message ?? "");
}

async function inTime(proof, seconds) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`took longer than ${seconds} s`)), seconds * 1000);
  });
  try {
    await Promise.race([proof, late]);
  } finally {
    clearTimeout(timer);
  }
}

function indented(error) {
  const text = String(error?.stack ?? error).replaceAll(/\u001b\[\d+m/g, "");
  const lines = text.split("\n").filter((line) => !/node:internal|node_modules/.test(line));
  return lines.slice(0, 24).map((line) => `      ${line}`).join("\n");
}

/** What the pages looked like when a test failed. */
async function keepPictures(world, name) {
  await mkdir(pictures, { recursive: true });
  const file = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").slice(0, 90);
  for (const [at, page] of world.pages().entries()) {
    const path = join(pictures, `${file}-${at}.png`);
    await page.screenshot({ path }).then(() => console.log(`      ${page.url()} is shown in ${path}`), () => {});
  }
}

// One server with one workspace, and the people who sit in front of it. Every page is watched: an error in its
// console, a refused script or style, or an answer that says the server broke, fails the test that opened it.
import { FIRST_RUN, cookies, setUp } from "./people.mjs";

const WIDE = { width: 1440, height: 900 };

export class World {
  contexts = [];
  troubles = [];
  expected = new Set();

  constructor(browser, server, { note = "", afterwards = () => {} }) {
    this.browser = browser;
    this.server = server;
    this.url = server.url;
    this.note = note;
    this.afterwards = afterwards;
    this.owner = null;
  }

  /** Sets the workspace up without a browser, and keeps the owner's session. */
  async begin(values = {}) {
    this.owner = await setUp(this.url, { ...FIRST_RUN, ...values });
    return this.owner;
  }

  /** A page of a browser that nobody has used: signed in with a session, or as a stranger with `null`. */
  async page({ session = this.owner, viewport = WIDE, ...more } = {}) {
    const settings = { viewport, locale: "en-GB", timezoneId: "Europe/Copenhagen", baseURL: this.url, acceptDownloads: true };
    const context = await this.browser.newContext({ ...settings, ...more });
    context.setDefaultTimeout(10_000);
    context.setDefaultNavigationTimeout(20_000);
    if (session) await context.addCookies(cookies(this.url, session));
    this.contexts.push(context);
    context.on("page", (page) => this.watch(page));
    return context.newPage();
  }

  watch(page) {
    const trouble = (text) => this.troubles.push(`${new URL(page.url(), this.url).pathname}: ${text}`);
    page.on("pageerror", (error) => {
      // The browser's own word about a page that was left while its transition ran.
      if (!error.message.startsWith("Transition was")) trouble(`page error: ${error.message}`);
    });
    page.on("console", (message) => {
      if (message.type() !== "error") return;
      const refused = /status of (4\d\d)/.exec(message.text())?.[1];
      if (!refused || !this.expected.has(Number(refused))) trouble(`console: ${message.text()} ${message.location().url}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 500) trouble(`${response.status()} from ${response.request().method()} ${response.url()}`);
    });
  }

  /** The test provokes these answers on purpose, such as 409 for a duplicate. */
  expect(...statuses) {
    for (const status of statuses) this.expected.add(status);
  }

  complain() {
    if (this.troubles.length) throw new Error(`the pages had trouble:\n${[...new Set(this.troubles)].join("\n")}`);
  }

  pages() {
    return this.contexts.flatMap((context) => context.pages());
  }

  /** Closes what a test opened. */
  async leave() {
    for (const context of this.contexts.splice(0)) await context.close().catch(() => {});
    this.troubles = [];
    this.expected.clear();
  }

  /** Stops the server; nothing of the workspace is left. */
  async end() {
    await this.server.stop();
    this.afterwards();
  }
}

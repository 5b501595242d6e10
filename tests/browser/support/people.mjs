// Who uses the product in these tests, and what they do so often that a test would only repeat it: set up, sign in
// and make cards. It is done by plain requests where the screens for it have tests of their own.

export const FIRST_RUN = {
  workspace_name: "Berg & Daughters",
  language: "en",
  country: "DK",
  currency: "DKK",
  time_zone: "Europe/Copenhagen",
  name: "Ida Berg",
  email: "ida@berg.example",
  password: "a quiet harbour",
};

/** Answers the first-run page, and returns the session. */
export async function setUp(url, values) {
  return sessionOf(await post(`${url}/welcome`, values));
}

export async function signIn(url, email, password) {
  return sessionOf(await post(`${url}/sign-in`, { email, password }));
}

/** Adds a colleague by an invitation, and returns the session. */
export async function colleague(world, { name, email, role = "member", password = "another quiet harbour" }) {
  const page = await post(`${world.url}/settings/invitations`, { email, role }, world.owner);
  const link = /value="([^"]*\/invitations\/[^"]+)"/.exec(await page.text())?.[1];
  if (!link) throw new Error("the invitation showed no link");
  return sessionOf(await post(link, { name, password }));
}

/** Makes a card, and returns its path: `/people/0192…`. Keys are form names such as `phones.0.number`. */
export async function card(world, kind, values) {
  const answer = await post(`${world.url}/${kind}`, { anyway: "1", ...values }, world.owner);
  const at = answer.headers.get("location");
  if (answer.status !== 303 || !at) throw new Error(`the card was not made: ${answer.status}`);
  return new URL(at, world.url).pathname;
}

export function person(world, given, family, more = {}) {
  return card(world, "people", { "name.given": given, "name.family": family, ...more });
}

/** Sends a form as a browser without script does, and does not follow. */
export function post(address, values, session) {
  const headers = { "Content-Type": "application/x-www-form-urlencoded", "Accept-Language": "en" };
  if (session) headers.Cookie = session;
  return fetch(address, { method: "POST", redirect: "manual", headers, body: new URLSearchParams(values) });
}

export function cookies(url, session) {
  return session.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
  });
}

/** The session as a cookie header. */
function sessionOf(answer) {
  const kept = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).filter((pair) => !pair.endsWith("="));
  if (answer.status !== 303 || !kept.length) throw new Error(`nobody was let in: ${answer.status} from ${answer.url}`);
  return kept.join("; ");
}

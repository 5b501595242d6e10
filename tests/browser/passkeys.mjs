// Passkeys: made in the settings, used at the door, removed. The browser has an authenticator of its own for this, which
// signs as a phone would. Passkeys need a name, so the server is reached as localhost.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { cookies } from "./support/people.mjs";
import { open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

export default suite("Passkeys", (test) => {
  test("a passkey is made, signs in without address and password, and is removed", async (world) => {
    world.expect(422);
    const { page, at, device } = await atLocalhost(world);
    await open(page, at("/settings/password"));
    await page.getByText("No passkeys yet.").waitFor();
    await open(page, at("/settings/passkeys"));
    await audit(page);
    await page.locator("k-passkey").getByLabel("Name").fill("Work laptop");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await toast(page, "Work laptop signs you in from now on");
    await audit(page);
    assert.equal((await device.credentials()).length, 1);

    await page.context().clearCookies();
    await open(page, at("/people"));
    await page.waitForURL(/sign-in/);
    await audit(page);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.waitForURL(/\/people$/);
    await page.getByRole("heading", { level: 1, name: "People" }).waitFor();

    await open(page, at("/settings/passkeys"));
    await page.getByLabel("Name of Work laptop").fill("Old laptop");
    await page.getByLabel("Name of Work laptop").press("Enter");
    await toast(page, "Old laptop was saved");
    await page.getByRole("button", { name: "Remove Old laptop" }).click();
    await toast(page, "The passkey opens nothing any more");

    // The device still has its key; the door does not know it any more.
    await page.context().clearCookies();
    await open(page, at("/sign-in"));
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByText("This passkey does not open anything here.").waitFor();
    assert.match(page.url(), /sign-in/);
  });

  test("nothing happens when the person is not recognised", async (world) => {
    const { page, at, device } = await atLocalhost(world);
    await open(page, at("/settings/passkeys"));
    await page.locator("k-passkey").getByLabel("Name").fill("Phone");
    await device.recognise(false);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByText("Nothing came from the device. Try again.").waitFor();
    await audit(page);
    await device.recognise(true);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await toast(page, "Phone signs you in from now on");
  });

  test("where browsers keep no passkeys the page says what is missing", async (world) => {
    const page = await world.page();
    await open(page, "/settings/passkeys");
    await page.getByText("Passkeys need an address with a name and https").waitFor();
    assert.equal(await page.locator("k-passkey").count(), 0);
  });
});

/** A page of somebody signed in, on localhost, whose device holds passkeys. */
async function atLocalhost(world) {
  const url = world.url.replace("127.0.0.1", "localhost");
  const page = await world.page({ session: null });
  await page.context().addCookies(cookies(url, world.owner));
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", { options });
  const device = {
    credentials: async () => (await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    recognise: (isUserVerified) => devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
  return { page, at: (path) => `${url}${path}`, device };
}

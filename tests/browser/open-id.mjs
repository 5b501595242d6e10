// Signing in with the account of another service, against a real one.
import assert from "node:assert/strict";
import { audit } from "./support/axe.mjs";
import { startProvider } from "./support/identity-provider.mjs";
import { post } from "./support/people.mjs";
import { open, toast } from "./support/screen.mjs";
import { suite } from "./support/suite.mjs";

const PEOPLE = {
  lea: { email: "lea@berg.example", email_verified: true, name: "Lea Holm", groups: ["leads", "sellers"] },
  ida: { email: "ida@berg.example", email_verified: true, name: "Ida Berg", groups: [] },
  mallory: { email: "ida@berg.example", email_verified: false, name: "Mallory", groups: ["leads"] },
  stranger: { email: "who@elsewhere.example", email_verified: true, name: "Who", groups: [] },
};

export default suite("Company accounts", (test) => {
  test("a service is checked and kept, and its people come in with the roles it names", async (world) => {
    world.expect(422);
    await withProvider(world, async (service) => {
      await post(`${world.url}/settings/roles`, { name: "Sellers" }, world.owner);
      const page = await world.page();
      await open(page, "/settings/access");
      await audit(page);
      await fill(page, { ...service, issuer: "http://127.0.0.1:9" });
      await page.getByRole("button", { name: "Save" }).click();
      await page.getByText("does not answer there").first().waitFor();
      await fill(page, service);
      await page.getByRole("button", { name: "Save" }).click();
      await toast(page, "People can sign in with Berg account now");
      assert.equal(await page.getByLabel("Client secret").inputValue(), "");

      const newcomer = await world.page({ session: null });
      await open(newcomer, "/people");
      await audit(newcomer);
      await come(newcomer, "lea");
      await newcomer.waitForURL(`${world.url}/people`);
      await open(page, "/settings/members");
      const line = page.getByRole("row").filter({ hasText: "lea@berg.example" });
      assert.match(await line.innerText(), /Lea Holm[\s\S]*Administrator[\s\S]*Sellers/);
    });
  });

  test("a member comes in by their confirmed address, and stays the owner", async (world) => {
    await withProvider(world, async (service) => {
      await keep(world, service);
      const page = await world.page({ session: null });
      await open(page, "/settings/profile");
      await come(page, "ida");
      await page.waitForURL(`${world.url}/settings/profile`);
      await page.locator("[name=name]").waitFor();
      assert.equal(await page.locator("[name=name]").inputValue(), "Ida Berg");
      await open(page, "/settings/access");
      await page.getByRole("button", { name: "Stop using it" }).click();
      await toast(page, "Nobody signs in with another service any more");
    });
  });

  test("an unconfirmed address and one from elsewhere stay outside", async (world) => {
    world.expect(422);
    await withProvider(world, async (service) => {
      await keep(world, service);
      for (const [name, said] of [["mallory", "does not confirm an e-mail address"], ["stranger", "does not open anything here"]]) {
        const page = await world.page({ session: null });
        await open(page, "/sign-in");
        await come(page, name);
        await page.getByText(said).waitFor();
        await page.goto("/people");
        await page.waitForURL(/sign-in/);
      }
    });
  });

  test("an answer that nobody asked for opens nothing", async (world) => {
    world.expect(422);
    await withProvider(world, async (service) => {
      await keep(world, service);
      const page = await world.page({ session: null });
      await open(page, "/sign-in/open-id/answer?code=stolen&state=guessed");
      await page.getByText("it began in another browser").waitFor();
      await audit(page);
    });
  });
});

async function withProvider(world, use) {
  const provider = await startProvider({ back: `${world.url}/sign-in/open-id/answer`, people: PEOPLE });
  const service = {
    label: "Berg account", issuer: provider.issuer, client_id: "kartotek", client_secret: "a secret between the two of us",
    domains: "berg.example", newcomers: "member", claim: "groups", role_names: "leads = admin\nsellers = Sellers",
  };
  try {
    await use(service);
  } finally {
    await provider.stop();
  }
}

async function keep(world, service) {
  const answer = await post(`${world.url}/settings/access/open-id`, service, world.owner);
  assert.equal(answer.status, 303);
}

async function fill(page, service) {
  for (const [name, value] of Object.entries(service)) {
    const field = page.locator(`[name=${name}]`);
    await (name === "newcomers" ? field.selectOption(value) : field.fill(value));
  }
}

/** From our door to the service's, and as this person back. */
async function come(page, name) {
  // The service's own pages want a font from the network.
  await page.route("https://fonts.googleapis.com/**", (route) => route.fulfill({ contentType: "text/css", body: "" }));
  await page.getByRole("link", { name: "Continue with Berg account" }).click();
  await page.locator("[name=login]").fill(name);
  await page.locator("[name=password]").fill("anything");
  await page.locator("[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
}

// A real OpenID Connect provider for the tests, on a port of its own: whoever signs in there by a name is that person.
import { createServer } from "node:http";
import Provider from "oidc-provider";

/** `people` maps names to their claims. */
export async function startProvider({ back, people }) {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "kartotek", client_secret: "a secret between the two of us", redirect_uris: [back] }],
    cookies: { keys: ["only for these tests"] },
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
    findAccount: (_, sub) => people[sub] && { accountId: sub, claims: () => ({ sub, ...people[sub] }) },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url === "/favicon.ico") response.writeHead(204).end();
    else answer(request, response);
  });
  return { issuer, stop: () => new Promise((gone) => { server.closeAllConnections(); server.close(gone); }) };
}

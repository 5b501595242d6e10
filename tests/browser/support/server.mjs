// The program under test: built once, started on a free port with a folder of its own, stopped at the end.
import { execFileSync, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const running = new Map();
process.on("exit", () => {
  for (const [child, folder] of running) {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** The program that KARTOTEK_BINARY names, else the one that cargo makes of these sources. */
export function build() {
  if (process.env.KARTOTEK_BINARY) return resolve(process.env.KARTOTEK_BINARY);
  execFileSync("cargo", ["build", "--package", "app", "--quiet"], { cwd: root, stdio: "inherit" });
  return join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/kartotek");
}

export async function start(binary, database) {
  const folder = await mkdtemp(join(tmpdir(), "kartotek-browser-"));
  const port = await freePort();
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("KARTOTEK_"));
  const env = { ...Object.fromEntries(inherited), ...(database && { KARTOTEK_DATABASE: database }) };
  const flags = ["serve", "--data", folder, "--listen", `127.0.0.1:${port}`, "--log-level", "warn"];
  const child = spawn(binary, flags, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  running.set(child, folder);
  child.once("exit", () => running.delete(child));
  const log = [];
  createInterface({ input: child.stderr }).on("line", (line) => log.push(line));
  await announced(child, log);
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    stop: async () => {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
      if (child.exitCode === null) await new Promise((gone) => child.once("exit", gone));
      clearTimeout(late);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ready when the program says where it is. */
function announced(child, log) {
  return new Promise((ready, failed) => {
    createInterface({ input: child.stdout }).on("line", (line) => line.includes("is running at") && ready());
    child.once("error", failed);
    child.once("exit", (code) => failed(new Error(`the server ended with ${code}:\n${log.join("\n")}`)));
  });
}

function freePort() {
  return new Promise((found, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

/** An empty database on a PostgreSQL server: its address, and the way to take it away. */
export function createDatabase(server, suite) {
  const name = `kartotek_browser_${process.pid}_${suite}`;
  const run = (sql) => execFileSync("psql", [server, "--quiet", "--no-psqlrc", "--command", sql], { stdio: "pipe" });
  run(`CREATE DATABASE ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  return { address: address.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

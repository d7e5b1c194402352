// Finds a PostgreSQL for the store's tests: one that answers here, else one of its own in a temporary folder. On a Debian
// machine as root it installs the server when there is none.
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";

const NONE = { url: undefined, stop() {} };
const isRoot = process.getuid?.() === 0;

/** The address of a database in which tests may make schemas, and what ends it; no address when none can be had. */
export async function postgres() {
  const given = process.env.ANNALIST_POSTGRES;
  const local = [`postgres://postgres@127.0.0.1:5432/test`, `postgres://postgres@127.0.0.1:5432/postgres`];
  for (const url of given ? [given] : local) if (await answers(url)) return { url, stop() {} };
  if (given) return NONE;
  const programs = server() ?? install();
  return programs ? ownServer(programs) : NONE;
}

async function answers(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.query("create schema annalist_probe");
    await client.query("drop schema annalist_probe");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The folder of the server's programs, the newest there is. */
function server() {
  const folder = "/usr/lib/postgresql";
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
  return [...versions.map((version) => join(folder, version, "bin")), "/opt/homebrew/bin", "/usr/local/bin", "/usr/bin"].find(
    (bin) => existsSync(join(bin, "initdb")),
  );
}

function install() {
  if (!isRoot || spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status !== 0) return undefined;
  console.log("annalist: installing PostgreSQL for the store's tests …");
  const options = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "postgresql"], options);
  return server();
}

/** A server that lets anybody of this machine in, on a free port, gone when the tests end. */
async function ownServer(bin) {
  const folder = mkdtempSync(join(tmpdir(), "annalist-postgres-"));
  // The server refuses to run as root.
  const user = isRoot ? "postgres" : userInfo().username;
  const as = (program, args) =>
    isRoot
      ? spawnSync("runuser", ["-u", user, "--", join(bin, program), ...args], { cwd: folder, stdio: "ignore" }).status
      : spawnSync(join(bin, program), args, { cwd: folder, stdio: "ignore" }).status;
  if (isRoot) {
    chmodSync(folder, 0o755);
    spawnSync("chown", [user, folder]);
  }
  const data = join(folder, "data");
  const port = await freePort();
  const stop = () => {
    as("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
    rmSync(folder, { recursive: true, force: true });
  };
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
  const started =
    as("initdb", ["-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8"]) === 0 &&
    as("pg_ctl", ["-D", data, "-o", options, "-l", join(folder, "log"), "-w", "start"]) === 0;
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  if (started && (await answers(url))) return { url, stop };
  stop();
  return NONE;
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

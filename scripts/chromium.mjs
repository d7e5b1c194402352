// Finds a Chromium for the browser tests; on a Debian machine as root it installs one when there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium or Chrome; undefined when there is none and none can be had. */
export function browserPath() {
  const found = [process.env.CHROMIUM, ...KNOWN].find((path) => path && existsSync(path));
  if (found) return found;
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status !== 0) return undefined;
  console.log("annalist: installing Chromium for the browser tests …");
  const options = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], options);
  return KNOWN.find((path) => existsSync(path));
}

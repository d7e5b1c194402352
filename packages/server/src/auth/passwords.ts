import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** scrypt at N = 2^15, r = 8, p = 1: 32 MB and some 60 ms a try (RFC 7914; OWASP's figures for 2024). */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
export const SHORTEST = 10;

const derive = (password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(password.normalize("NFKC"), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key))),
  );

/** "scrypt$15$8$1$SALT$KEY", enough to check a password even when the cost is raised later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, COST);
  return ["scrypt", Math.log2(COST.N), COST.r, COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

export async function checkPassword(password: string, hash: string): Promise<boolean> {
  const [kind, n, r, p, salt, key] = hash.split("$");
  if (kind !== "scrypt" || !salt || !key) return false;
  const found = await derive(password, Buffer.from(salt, "base64url"), {
    ...COST,
    N: 2 ** Number(n),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(found, Buffer.from(key, "base64url"));
}

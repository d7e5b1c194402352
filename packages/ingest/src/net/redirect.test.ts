import { lookup } from "node:dns";
import { describe, expect, it, vi } from "vitest";
import { serve } from "../testing/server.ts";
import { createFetcher } from "./fetcher.ts";

// A public name that stands on loopback here: so that a public server can be played that redirects inside.
vi.mock("node:dns", async (original) => {
  const real = await original<typeof import("node:dns")>();
  return { ...real, lookup: vi.fn(real.lookup) };
});
vi.mock("./guard.ts", async (original) => {
  const real = await original<typeof import("./guard.ts")>();
  return {
    ...real,
    guardedLookup: (allowPrivate: boolean) => {
      const guarded = real.guardedLookup(allowPrivate);
      return (hostname: string, options: object, callback: (...found: unknown[]) => void) =>
        hostname === "public.example"
          ? callback(null, [{ address: "127.0.0.1", family: 4 }])
          : guarded(hostname, options as never, callback as never);
    },
  };
});

describe("a public page that redirects to a private address", () => {
  it("is followed no further", async () => {
    const inside = await serve({ "/secret": (_, response) => response.end("secret") });
    const outside = await serve({
      "/a": (_, response) => response.writeHead(302, { location: `${inside.url}/secret` }).end(),
      "/b": (_, response) => response.writeHead(301, { location: inside.url.replace("127.0.0.1", "localhost") }).end(),
    });
    const fetcher = createFetcher({ pause: 0, tries: 1 });
    for (const path of ["/a", "/b"]) {
      const fetched = await fetcher.get(`${outside.url.replace("127.0.0.1", "public.example")}${path}`);
      expect(fetched.kind === "failed" && fetched.message).toMatch(/private or local/);
    }
    expect(outside.asked).toContain("/a");
    expect(inside.asked).toEqual([]);
    expect(lookup).toBeDefined();
    await Promise.all([inside.close(), outside.close()]);
  });
});

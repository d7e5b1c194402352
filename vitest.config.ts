import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["annalist-source"] },
  ssr: { resolve: { conditions: ["annalist-source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "tests/**/*.test.ts"],
    // Long, since the machine may be busy: a hang is seen all the same.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["annalist-source"] },
  ssr: { resolve: { conditions: ["annalist-source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "tests/**/*.test.ts"],
    testTimeout: 30_000,
  },
});

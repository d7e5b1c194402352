import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The desk as static files under dist/: no external address in them, no inline script or style, so that the strict CSP holds.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  resolve: { conditions: ["annalist-source", "module", "browser", "development|production"] },
  worker: { format: "es" },
  // As files and never as data: addresses, which the CSP does not allow.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  server: { proxy: { "/api": "http://127.0.0.1:8017", "/data": "http://127.0.0.1:8017" } },
});

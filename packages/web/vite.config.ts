import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const assets = fileURLToPath(new URL("./dist/assets", import.meta.url));

/** Beside each script and style its gzipped form, which the server sends to whoever takes it. */
const zipped: Plugin = {
  name: "zipped",
  apply: "build",
  closeBundle() {
    for (const name of readdirSync(assets))
      if (/\.(js|css)$/.test(name))
        writeFileSync(join(assets, `${name}.gz`), gzipSync(readFileSync(join(assets, name)), { level: 9 }));
  },
};

// The desk as static files under dist/: no external address in them, no inline script or style, so that the strict CSP holds.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react(), zipped],
  resolve: { conditions: ["annalist-source", "module", "browser", "development|production"] },
  worker: { format: "es" },
  // As files and never as data: addresses, which the CSP does not allow.
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  server: { proxy: { "/api": "http://127.0.0.1:8017", "/data": "http://127.0.0.1:8017" } },
});

/** One build: the officers' app at `/`, the volunteers' phone app at `/m/`, the page that checks certificates at `/verify/`. */
import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { gzip } from "./build/gzip.ts";
import { phoneApp } from "./build/phoneApp.ts";

const here = import.meta.dirname;
const backend = process.env.PUBLIC_URL ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react(), phoneApp(), gzip()],
  resolve: { alias: { "@": resolve(here, "src") } },
  server: { proxy: { "/api": backend } },
  build: {
    manifest: true,
    // Browsers that do not know the hint load the same files a little later.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        admin: resolve(here, "index.html"),
        phone: resolve(here, "m/index.html"),
        verify: resolve(here, "verify/index.html"),
        worker: resolve(here, "src/mobile/worker.ts"),
      },
      output: { entryFileNames: (chunk) => (chunk.name === "worker" ? "m/worker.js" : "assets/[name]-[hash].js") },
    },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    // Ant Design is loaded once for all files instead of once for each; `setup.ts` forgets what a test left.
    isolate: false,
    // Two busy cores draw a form of Ant Design slowly; a test that hangs is still found out.
    testTimeout: 30_000,
    env: { DEBUG_PRINT_LIMIT: "0" },
  },
});

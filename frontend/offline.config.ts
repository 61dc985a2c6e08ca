/** The page that checks certificates as one file, to be saved and opened from a disk: no other file, no server. */
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { gzip } from "./build/gzip.ts";

const PAGE = "verify/index.html";

/** Script and style go into the page; a browser opens nothing beside a file of a disk. */
function oneFile(): Plugin {
  return {
    name: "one-file",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        let html = "";
        for (const [name, file] of Object.entries(bundle)) {
          if (name === PAGE && file.type === "asset") html = String(file.source);
        }
        for (const [name, file] of Object.entries(bundle)) {
          delete bundle[name];
          const inside = file.type === "chunk" ? `<script type="module">${file.code}</script>` : `<style>${String(file.source)}</style>`;
          const tag = file.type === "chunk" ? /<script type="module"[^>]*src=[^>]*><\/script>/ : /<link rel="stylesheet"[^>]*>/;
          if (name === PAGE) continue;
          // The script runs after what it works on.
          html = file.type === "chunk" ? html.replace(tag, "").replace("</body>", () => `${inside}</body>`) : html.replace(tag, () => inside);
        }
        this.emitFile({ type: "asset", fileName: "verify/offline.html", source: html });
      },
    },
  };
}

export default defineConfig({
  plugins: [oneFile(), gzip()],
  publicDir: false,
  build: { emptyOutDir: false, modulePreload: false, rolldownOptions: { input: resolve(import.meta.dirname, PAGE) } },
});

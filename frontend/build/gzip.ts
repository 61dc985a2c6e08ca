/** Leaves a `.gz` beside every text file of the build, so the edge server compresses nothing on the fly. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|html|svg|json|webmanifest)$/;

export function gzip(): Plugin {
  let folder = "";
  return {
    name: "gzip",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
        if (TEXT.test(name)) writeFileSync(`${join(folder, name)}.gz`, gzipSync(readFileSync(join(folder, name)), { level: 9 }));
      }
    },
  };
}

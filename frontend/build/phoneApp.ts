/** Serves `/m/…` from the phone app's page in development and tells its service worker which files make the offline shell. */
import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";

const PHONE_ENTRY = "m/index.html";
const PAGE_REQUEST = /^\/m(\/[^.]*)?(\?.*)?$/;

type Bundle = Rolldown.OutputBundle;

function reachable(bundle: Bundle, file: string, found = new Set<string>()): Set<string> {
  const chunk = bundle[file];
  if (found.has(file) || chunk?.type !== "chunk") return found;
  found.add(file);
  chunk.viteMetadata?.importedCss.forEach((css) => found.add(css));
  [...chunk.imports, ...chunk.dynamicImports].forEach((next) => reachable(bundle, next, found));
  return found;
}

function shellFiles(bundle: Bundle): string[] {
  const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.facadeModuleId?.endsWith(PHONE_ENTRY));
  return entry ? [...reachable(bundle, entry.fileName)].map((file) => `/${file}`).sort() : [];
}

export function phoneApp(): Plugin {
  return {
    name: "phone-app",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url && PAGE_REQUEST.test(request.url)) request.url = `/${PHONE_ENTRY}`;
        next();
      });
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const worker = bundle["m/worker.js"];
        if (worker?.type !== "chunk") return;
        const files = JSON.stringify(shellFiles(bundle));
        const version = createHash("sha256").update(files).digest("hex").slice(0, 12);
        worker.code = worker.code.replaceAll("__SHELL_FILES__", files).replaceAll("__SHELL_VERSION__", JSON.stringify(version));
      },
    },
  };
}

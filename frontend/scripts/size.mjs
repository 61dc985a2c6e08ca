/** Fails the build when a first load (gzip, JavaScript and style) passes its budget. */
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";

const dist = resolve(import.meta.dirname, "../dist");
const manifest = JSON.parse(readFileSync(resolve(dist, ".vite/manifest.json"), "utf8"));
const phonePages = Object.keys(manifest).filter((key) => /^src\/mobile\/\w+Page\.tsx$/.test(key));
const BUDGETS = [
  { what: "admin, first load with the dashboard", kB: 500, entries: ["index.html", "src/features/assessment/dashboard/DashboardPage.tsx"] },
  ...phonePages.map((page) => ({ what: `phone, ${page}`, kB: 170, entries: ["m/index.html", page] })),
];

function files(key, found = new Set()) {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  chunk.css?.forEach((css) => found.add(css));
  chunk.imports?.forEach((next) => files(next, found));
  return found;
}

let failed = false;
for (const { what, kB, entries } of BUDGETS) {
  const all = new Set(entries.flatMap((entry) => [...files(entry)]));
  const bytes = [...all].reduce((sum, file) => sum + statSync(resolve(dist, `${file}.gz`)).size, 0);
  const size = Math.ceil(bytes / 1000);
  failed ||= size > kB;
  console.log(`${what}: ${size} kB gzip of ${kB} allowed${size > kB ? "  ← too much" : ""}`);
}
process.exit(failed ? 1 : 0);

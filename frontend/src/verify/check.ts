/** A certificate, and where its proof file is at hand every entry, checked against what the ledger's key has signed. */
import { hashes } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { bytesOf, hex, joined } from "./encoding";
import { read, type PublicKey } from "./signed";

// Without this the library would ask the browser, which has it in secure contexts only.
hashes.sha512 = sha512;

/** What is signed on the paper. */
export interface Said {
  no: string;
  name: string;
  id: string;
  issuer: string;
  from: string;
  to: string;
  minutes: number;
  hours: string;
  entries: number;
  on: string;
  page: number;
  ledger: string;
  set: string;
}

interface Step {
  left: boolean;
  hash: string;
}

export interface Entry {
  n: number;
  page: number;
  title: string;
  content: string;
  path: Step[];
}

export interface ProofFile {
  certificate: string;
  pages: { number: number; signed: string }[];
  entries: Entry[];
}

interface PageSaid {
  page: number;
  first: number;
  last: number;
  root: string;
}

export interface Served {
  title: string;
  starts: Date;
  minutes: number;
}

export type Wrong = "shape" | "key" | "signature" | "entries" | "ledger";

export type Checked = { wrong: Wrong } | { said: Said; key: PublicKey; served?: Served[] };

const EPOCH = Date.UTC(2000, 0, 1);
const ID = 16;
const TITLE = 40;
const REST = 72;
const LENGTH = 104;

const number = (content: Uint8Array, at: number) => Number(new DataView(content.buffer, content.byteOffset + at, 8).getBigInt64(0));
const leafOf = (content: Uint8Array) => sha256(joined(Uint8Array.of(0), content));
const node = (left: Uint8Array, right: Uint8Array) => sha256(joined(Uint8Array.of(1), left, right));

function rootFrom(leaf: Uint8Array, path: Step[]): string {
  return hex(path.reduce((reached, { left, hash }) => (left ? node(bytesOf(hash), reached) : node(reached, bytesOf(hash))), leaf));
}

function served({ content, title }: Entry): Served | null {
  const bytes = bytesOf(content);
  const isTitled = hex(bytes.slice(TITLE, REST)) === hex(sha256(new TextEncoder().encode(title)));
  if (bytes.length !== LENGTH || !isTitled) return null;
  // Microseconds since 2000, as the database keeps them.
  return { title, starts: new Date(EPOCH + number(bytes, ID) / 1000), minutes: number(bytes, ID + 16) };
}

/** The entries are those that were certified, and each of them stands on a signed page. */
function withEntries(said: Said, key: PublicKey, { pages, entries }: ProofFile, keys: PublicKey[]): Checked {
  const inOrder = [...entries].sort((one, other) => one.n - other.n);
  const leaves = inOrder.map(({ content }) => leafOf(bytesOf(content)));
  const all = inOrder.map(served);
  const isWhole = all.every((one) => one !== null);
  if (!isWhole || hex(sha256(joined(...leaves))) !== said.set || all.length !== said.entries) return { wrong: "entries" };
  if (all.reduce((sum, one) => sum + one.minutes, 0) !== said.minutes) return { wrong: "entries" };
  const roots = new Map<number, PageSaid>();
  for (const page of pages) {
    const signed = read<PageSaid>(page.signed, "sanshe-ledger-page", keys);
    if ("wrong" in signed || signed.said.page !== page.number) return { wrong: "ledger" };
    roots.set(page.number, signed.said);
  }
  const isOnPage = ({ n, page, path }: Entry, leaf: Uint8Array) => {
    const at = roots.get(page);
    return at !== undefined && n >= at.first && n <= at.last && page <= said.page && rootFrom(leaf, path) === at.root;
  };
  return inOrder.every((entry, place) => isOnPage(entry, leaves[place] as Uint8Array)) ? { said, key, served: all } : { wrong: "ledger" };
}

/** `text` is what the code on the paper says, with its address or without, or a proof file. */
export function check(text: string, keys: PublicKey[]): Checked {
  try {
    const file = text.trim().startsWith("{") ? (JSON.parse(text) as ProofFile) : null;
    const signed = (file?.certificate ?? text).trim().replace(/^.*#/s, "");
    const reading = read<Said>(signed, "sanshe-certificate", keys);
    if ("wrong" in reading) return reading;
    return file ? withEntries(reading.said, reading.key, file, keys) : reading;
  } catch {
    return { wrong: "shape" };
  }
}

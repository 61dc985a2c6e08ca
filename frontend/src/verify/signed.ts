/** What the service's key has signed: a compact JWS with Ed25519 and nothing else. */
import { verify } from "@noble/ed25519";
import { bytesOf, textOf } from "./encoding";

export interface PublicKey {
  kid: string;
  /** 32 bytes, base64url. */
  x: string;
}

export type Kind = "sanshe-certificate" | "sanshe-ledger-page";

export type Reading<Said> = { said: Said; key: PublicKey } | { wrong: "shape" | "key" | "signature" };

interface Header {
  alg: string;
  kid: string;
  typ: string;
}

/** Read only what a known key has signed, as the kind that is asked for. */
export function read<Said>(text: string, kind: Kind, keys: PublicKey[]): Reading<Said> {
  try {
    const [head = "", body = "", signature = ""] = text.split(".");
    const header = JSON.parse(textOf(bytesOf(head))) as Header;
    if (header.alg !== "Ed25519" || header.typ !== kind) return { wrong: "shape" };
    const key = keys.find(({ kid }) => kid === header.kid);
    if (!key) return { wrong: "key" };
    const isRight = verify(bytesOf(signature), new TextEncoder().encode(`${head}.${body}`), bytesOf(key.x));
    return isRight ? { said: JSON.parse(textOf(bytesOf(body))) as Said, key } : { wrong: "signature" };
  } catch {
    return { wrong: "shape" };
  }
}

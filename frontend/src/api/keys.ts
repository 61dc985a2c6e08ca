/** Idempotency keys: a request that got no answer keeps its key, so sending it again cannot do it twice. */

const unanswered = new Map<number, string>();

/**
 * What is remembered of a request: passwords and numbers in it must not stay. Plain http has no `crypto.subtle`;
 * 53 bits (cyrb53) do, since the server refuses a key that comes with another request.
 */
function digest(request: string): number {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of request) {
    const code = letter.codePointAt(0) as number;
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}

/** A random UUID, also where `crypto.randomUUID` is missing (plain http on a LAN). */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = Array.from(bytes, (byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  }).map((byte) => byte.toString(16).padStart(2, "0"));
  return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function keyFor(request: string): string {
  const print = digest(request);
  const key = unanswered.get(print) ?? newKey();
  unanswered.set(print, key);
  return key;
}

export const answered = (request: string) => unanswered.delete(digest(request));

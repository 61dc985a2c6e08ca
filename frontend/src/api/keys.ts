/** Idempotency keys: a request that got no answer keeps its key, so sending it again cannot do it twice. */

const unanswered = new Map<string, string>();

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
  const key = unanswered.get(request) ?? newKey();
  unanswered.set(request, key);
  return key;
}

export function answered(request: string): void {
  unanswered.delete(request);
}

/** The one way a request leaves the browser: headers, idempotency key, one renewal of the session, refusals as problems. */
import { person } from "./kept";
import { answered, keyFor } from "./keys";
import { once } from "./once";
import { Problem, problemOf, unreachable } from "./problem";
import { renewed, tokenInUse } from "./renewal";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** A network that is half dead hangs for minutes; what is repeated after this carries its old key. */
const PATIENCE = 15_000;
const PATIENCE_FOR_UPLOADS = 300_000;

const isUpload = (request: Request) => request.headers.get("content-type")?.includes("multipart") ?? false;

/** Equal requests of one person share a fingerprint; uploads are told apart by their multipart boundary, letters by their key. */
async function fingerprint(request: Request): Promise<string> {
  const sender = person();
  const isText = request.headers.get("content-type")?.includes("json") ?? true;
  const body = isText ? await request.clone().text() : (request.headers.get("content-type") ?? "");
  return [sender, request.method, request.url, request.headers.get("Idempotency-Key"), body].join(" ");
}

/** The answer with all of its body: a network that dies within it has not answered either. */
async function attempt(request: Request): Promise<Response> {
  const patience = AbortSignal.timeout(isUpload(request) ? PATIENCE_FOR_UPLOADS : PATIENCE);
  try {
    const response = await fetch(request, { signal: AbortSignal.any([request.signal, patience]) });
    if (!response.ok) throw await problemOf(response);
    return response.body ? new Response(await response.arrayBuffer(), response) : response;
  } catch (error) {
    throw error instanceof Problem || request.signal.aborted ? error : unreachable();
  }
}

async function attemptRenewing(request: Request): Promise<Response> {
  const sentWith = tokenInUse();
  try {
    return await attempt(request.clone());
  } catch (refusal) {
    if (!(refusal instanceof Problem) || refusal.type !== "token-expired") throw refusal;
    await renewed(sentWith);
    return attempt(request);
  }
}

async function change(request: Request, print: string): Promise<Response> {
  request.headers.set("X-Sanshe", "1");
  if (request.method !== "POST") return attemptRenewing(request);
  if (!request.headers.has("Idempotency-Key")) request.headers.set("Idempotency-Key", keyFor(print));
  try {
    const response = await attemptRenewing(request);
    answered(print);
    return response;
  } catch (refusal) {
    if (refusal instanceof Problem && !refusal.unanswered) answered(print);
    throw refusal;
  }
}

export async function send(request: Request): Promise<Response> {
  if (SAFE.has(request.method)) return attemptRenewing(request);
  const print = await fingerprint(request);
  const response = await once(print, () => change(request, print));
  return response.clone();
}

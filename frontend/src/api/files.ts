/** Files to and from the services: an upload that says how far it is and can be given up, and a protected download. */
import { newKey } from "./keys";
import { Problem, problemOf, unreachable } from "./problem";
import type { components } from "./projects.gen";
import { renewed, tokenInUse } from "./renewal";
import { send } from "./send";

/** The same of every service that keeps files. */
export type Attachment = components["schemas"]["AttachmentView"];

export type KeepsFiles = "assessment" | "projects" | "registry";

export const attachmentHref = (service: KeepsFiles, id: string) => `/api/${service}/attachments/${id}`;

const PATIENCE = 300_000;

interface Sending {
  service: KeepsFiles;
  file: File;
  /** From 0 to 1. */
  onSent: (share: number) => void;
  signal: AbortSignal;
}

/** `fetch` does not say how much has been sent, so this alone leaves otherwise. */
function attempt({ service, file, onSent, signal }: Sending, key: string): Promise<Attachment> {
  return new Promise((give, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/${service}/attachments?name=${encodeURIComponent(file.name)}`);
    request.timeout = PATIENCE;
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-Sanshe", "1");
    request.setRequestHeader("Idempotency-Key", key);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 400) give(JSON.parse(request.responseText) as Attachment);
      else void problemOf(new Response(request.responseText, { status: request.status })).then(fail);
    };
    request.onerror = request.ontimeout = () => fail(unreachable());
    request.onabort = () => fail(new DOMException("given up", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

export async function upload(sending: Sending): Promise<Attachment> {
  const key = newKey();
  const sentWith = tokenInUse();
  try {
    return await attempt(sending, key);
  } catch (refusal) {
    if (!(refusal instanceof Problem) || refusal.type !== "token-expired") throw refusal;
    await renewed(sentWith);
    return attempt(sending, key);
  }
}

/** Fetched with the session and saved under its name; the services let nobody open it in place. */
export async function save(href: string, name: string): Promise<void> {
  const response = await send(new Request(new URL(href, location.origin)));
  const address = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

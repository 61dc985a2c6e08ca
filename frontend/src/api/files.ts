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
  /** Where the file itself is the body of a POST. */
  address: string;
  file: File;
  /** From 0 to 1. */
  onSent: (share: number) => void;
  signal: AbortSignal;
}

/** `fetch` does not say how much has been sent, so this alone leaves otherwise. */
function attempt<T>({ address, file, onSent, signal }: Sending, key: string): Promise<T> {
  return new Promise((give, fail) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.timeout = PATIENCE;
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-Sanshe", "1");
    request.setRequestHeader("Idempotency-Key", key);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 400) give(JSON.parse(request.responseText) as T);
      else void problemOf(new Response(request.responseText, { status: request.status })).then(fail);
    };
    request.onerror = request.ontimeout = () => fail(unreachable());
    request.onabort = () => fail(new DOMException("given up", "AbortError"));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

export const upload = ({ service, ...sending }: Omit<Sending, "address"> & { service: KeepsFiles }) =>
  sendFile<Attachment>({ ...sending, address: `/api/${service}/attachments?name=${encodeURIComponent(sending.file.name)}` });

export async function sendFile<T>(sending: Sending): Promise<T> {
  const key = newKey();
  const sentWith = tokenInUse();
  try {
    return await attempt<T>(sending, key);
  } catch (refusal) {
    if (!(refusal instanceof Problem) || refusal.type !== "token-expired") throw refusal;
    await renewed(sentWith);
    return attempt<T>(sending, key);
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

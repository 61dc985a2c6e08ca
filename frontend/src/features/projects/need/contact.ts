/** Contacts as forms hold them: fields left empty are not a contact. */
import type { SourceBody } from "./queries";

type Contact = SourceBody["contact"];

export function given(contact: Contact): Contact {
  const name = contact?.name?.trim() || null;
  const phone = contact?.phone?.trim() || null;
  return name || phone ? { name, phone } : null;
}

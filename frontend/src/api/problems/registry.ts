/** The refusals of registry in English, by problem type. */
import type { components } from "../registry.gen";
import type { Owed } from "./owed";

export const registry: Owed<components> = {
  "already-registered": "This person or certificate is already registered.",
  "certificate-in-future": "The certificate cannot be dated after the registration.",
  "change-in-future": "A change can be recorded only from its day on.",
  "change-not-later": "The change must begin after the present state began.",
  "code-length-wrong": "The code does not have the length of this level.",
  "code-taken": "This code belongs to another area.",
  "conditions-not-met": "The conditions for filing are not met.",
  "education-hours-short": "Too few hours of continuing education for renewal.",
  "employer-mismatch": "Name the agency for agency staff; leave it empty for staff of the town government.",
  "employer-not-standing": "The employer is not filed, or was deregistered.",
  "end-missing": "A bar needs the day on which it ends.",
  "end-not-later": "The end must be later than the beginning.",
  "filing-closed": "The filing cannot be changed now.",
  "ground-unknown": "Choose one of the listed grounds.",
  "not-a-community": "A filed community organisation belongs to a village or community.",
  "not-awaiting-review": "This filing is not waiting for review.",
  "not-filed": "This organisation is not filed.",
  "nothing-changed": "Nothing has been changed.",
  "number-taken": "This filing number is already in use.",
  "organisation-not-standing": "The organisation has not come about, or has ended.",
  "own-sanction": "Whoever imposed a sanction cannot lift it.",
  "own-submission": "Whoever submitted a filing cannot review it.",
  "renewal-too-early": "It is too early to renew this registration.",
  "sanction-backdated": "A sanction cannot take effect before the day of the decision.",
  "sanction-over": "This sanction has been lifted or has run out.",
  "sanction-too-long": "This ground does not allow a sanction of that length.",
};

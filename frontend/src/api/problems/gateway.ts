/** The refusals of gateway in English, by problem type. */
import type { components } from "../gateway.gen";
import type { Owed } from "./owed";

export const gateway: Owed<components> = {
  "account-is-active": "This account is not disabled.",
  "account-is-disabled": "This account is disabled.",
  "administrators-apart": "One account cannot be system, security and audit administrator at once.",
  "already-granted": "This account already holds this role.",
  "another-organisation": "One account can manage one organisation only.",
  "areas-unknown": "The areas are not loaded yet. Try again in a moment.",
  "grant-over": "This grant has been withdrawn.",
  "organisation-needed": "This role needs an organisation.",
  "organisation-not-taken": "This role belongs to no organisation.",
  "own-account": "You cannot change the rights or state of your own account.",
  "password-weak": "The password is too weak.",
  "period-empty": "A grant must end after it begins.",
  "role-not-given": "This role cannot be given to an account.",
  "sign-in-busy": "Many people are signing in. Try again in a moment.",
  "sign-in-refused": "User name or password is not right.",
  "too-many-attempts": "Too many failed attempts. Try again later.",
  "too-many-separate-areas": "One account can hold at most three separate areas.",
  "username-taken": "This user name is taken.",
  "without-password": "This account signs in by phone code and has no password.",
  "wrong-level": "This role cannot be held in an area of this level.",
};

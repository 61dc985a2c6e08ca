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
  "code-refused": "The code is wrong, used or expired. Ask for a new one.",
  "code-too-soon": "A code was sent just now. Wait a minute before asking again.",
  "grant-over": "This grant has been withdrawn.",
  "no-channel": "No SMS channel is set up; sign in by password.",
  "organisation-needed": "This role needs an organisation.",
  "organisation-not-taken": "This role belongs to no organisation.",
  "own-account": "You cannot change the rights or state of your own account.",
  "password-weak": "The password is too weak.",
  "period-empty": "A grant must end after it begins.",
  "present-password-wrong": "The present password is not right.",
  "role-not-given": "This role cannot be given to an account.",
  "sign-in-busy": "Many people are signing in. Try again in a moment.",
  "sign-in-refused": "User name or password is not right.",
  "staff-only": "Roles are given to staff accounts only.",
  "too-many-attempts": "Too many failed attempts. Try again later.",
  "too-many-codes": "Too many codes were sent. Try again later.",
  "too-many-roles": "This account holds as many roles as an account can.",
  "too-many-separate-areas": "One account can hold at most three separate areas.",
  "username-taken": "This user name is taken.",
  "without-password": "This account signs in by phone code and has no password.",
  "wrong-level": "This role cannot be held in an area of this level.",
};

/** The roles, by their names on screens, and which of them an administrator gives. */
import { roleNames } from "@/ui/roles";
import type { Role } from "./queries";

/** Held by machines, which only administrators see. */
const machines = { oa_client: "对接系统", service: "系统服务" } as const;

const persons = Object.fromEntries(Object.entries(roleNames).map(([role, { zh }]) => [role, zh])) as Record<Exclude<Role, keyof typeof machines>, string>;

export const roles: Record<Role, string> = { ...persons, ...machines };

/** These come with signing in by phone, or are held by machines. */
const notGiven = new Set<string>(["volunteer", "resident", "oa_client", "service"] satisfies Role[]);

export const given = Object.entries(roles).flatMap(([value, label]) => (notGiven.has(value) ? [] : { value, label }));

/** Roles held for an organisation, or perhaps for one. */
export const forOrganisation: Role[] = ["organisation_manager", "social_worker"];

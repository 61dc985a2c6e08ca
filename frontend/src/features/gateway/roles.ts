/** Who is offered which of the gateway's screens (三员分立); the gateway decides for itself again. */

export const openers = ["system_admin"] as const;

export const granters = ["security_admin"] as const;

export const administrators = [...openers, ...granters, "audit_admin"] as const;

/** What only the register knows: whether a certificate still holds. */

export interface Registered {
  number: string;
  state: "issued" | "revoked" | "replaced";
  issuer_name: string;
  name: string;
  id_number: string;
  from_on: string;
  to_on: string;
  hours: string;
  issued_on: string;
  ended_on: string | null;
  countered_minutes: number;
}

export type Asked = { found: Registered } | { none: true } | { silent: true };

export async function registered(number: string): Promise<Asked> {
  if (!location.protocol.startsWith("http")) return { silent: true };
  try {
    const response = await fetch(`/api/volunteers/published/certificates/${encodeURIComponent(number)}`);
    if (response.ok) return { found: (await response.json()) as Registered };
    return response.status === 404 ? { none: true } : { silent: true };
  } catch {
    return { silent: true };
  }
}

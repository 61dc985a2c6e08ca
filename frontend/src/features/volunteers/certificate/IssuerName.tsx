/** Who issues a certificate, by name. */
import { AreaName } from "@/ui/AreaName";
import { OrganisationName } from "@/ui/OrganisationName";

interface Props {
  of: { organisation_id: string | null; area_id: string };
}

export function IssuerName({ of }: Props) {
  return of.organisation_id ? <OrganisationName id={of.organisation_id} /> : <AreaName id={of.area_id} />;
}

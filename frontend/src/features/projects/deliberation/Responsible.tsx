/** Who answers for what was agreed: an officer of the area by role, or an organisation. */
import { AreaName, TownName } from "@/ui/AreaName";
import { OrganisationName } from "@/ui/OrganisationName";
import type { OpenItem } from "./queries";

export function Responsible({ of: { role, organisation_id }, area }: { of: Pick<OpenItem, "role" | "organisation_id">; area: string }) {
  if (organisation_id) return <OrganisationName id={organisation_id} />;
  return role === "town_officer" ? <><TownName of={area} />经办</> : <><AreaName id={area} />经办</>;
}

/** Who employs a social worker: an agency by its name, or the town government. */
import { OrganisationName } from "@/ui/OrganisationName";
import type { SocialWorker } from "@/ui/workers";
import { employerKinds } from "./messages";

export function Employer({ of: { employer_kind, organisation_id } }: { of: SocialWorker }) {
  return organisation_id ? <OrganisationName id={organisation_id} /> : <>{employerKinds[employer_kind]}</>;
}

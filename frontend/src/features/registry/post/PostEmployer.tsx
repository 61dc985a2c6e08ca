/** Who employs whoever holds a post: an agency by its name, or the town government. */
import { OrganisationName } from "@/ui/OrganisationName";
import { employerKinds } from "../social_worker/messages";
import type { Post } from "./queries";

export function PostEmployer({ of: { employer_kind, organisation_id } }: { of: Post }) {
  return organisation_id ? <OrganisationName id={organisation_id} /> : <>{employerKinds[employer_kind]}</>;
}

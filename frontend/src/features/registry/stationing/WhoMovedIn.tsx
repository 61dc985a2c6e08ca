/** Who moved in: an organisation or a social worker. */
import { OrganisationName } from "@/ui/OrganisationName";
import { WorkerName } from "@/ui/WorkerName";
import type { Stationing } from "./queries";

export function WhoMovedIn({ of: { organisation_id, social_worker_id } }: { of: Stationing }) {
  if (organisation_id) return <OrganisationName id={organisation_id} />;
  return social_worker_id ? <WorkerName id={social_worker_id} /> : <>—</>;
}

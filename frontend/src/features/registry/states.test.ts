/** Every word the registry can send has a label on the screens. */
import { expect, it } from "vitest";
import { levels } from "@/ui/workers";
import document from "../../../../services/registry/openapi.json";
import { levels as areaLevels, organKinds } from "./area/states";
import { facilityKinds, facilityStates } from "./facility/states";
import { idTypes } from "./idTypes";
import { categories, initiatorKinds, kinds } from "./organisation/messages";
import { organisationStates } from "./organisation/states";
import { postFields, postStates } from "./post/states";
import { registrationStates } from "./registration/states";
import { measures, sanctionStates, standings } from "./sanction/states";
import { stationingStates } from "./stationing/states";
import { employerKinds } from "./social_worker/messages";
import { socialWorkerStates } from "./social_worker/states";

const maps: [keyof typeof document.components.schemas, object][] = [
  ["registry__organisation__model__State", organisationStates],
  ["registry__social_worker__model__State", socialWorkerStates],
  ["registry__area__model__Level", areaLevels],
  ["registry__social_worker__model__Level", levels],
  ["registry__facility__model__State", facilityStates],
  ["registry__registration__model__State", registrationStates],
  ["registry__stationing__model__State", stationingStates],
  ["PostState", postStates],
  ["PostField", postFields],
  ["SanctionState", sanctionStates],
  ["Standing", standings],
  ["Measure", measures],
  ["FacilityKind", facilityKinds],
  ["OrganKind", organKinds],
  ["Kind", kinds],
  ["Category", categories],
  ["InitiatorKind", initiatorKinds],
  ["EmployerKind", employerKinds],
  ["IdType", Object.fromEntries(idTypes.map(({ value, label }) => [value, label]))],
];

it.each(maps)("labels %s completely", (name, labels) => {
  const schema = document.components.schemas[name] as { enum?: string[] };
  expect(Object.keys(labels).sort()).toEqual([...(schema.enum ?? [])].sort());
});

/** Every word the service can send has a label on the screens. */
import { expect, it } from "vitest";
import document from "../../../../services/volunteers/openapi.json";
import { attendanceStates, means } from "./attendance/states";
import { certificateStates, issuerKinds } from "./certificate/states";
import { duplicateStates } from "./duplicate/states";
import { honourStates } from "./honour/states";
import { hoursStates, sources } from "./hours/states";
import { opportunityStates } from "./opportunity/states";
import { membershipStates } from "./membership/states";
import { handoverBecause, pairingStates, reasons } from "./pairing/states";
import { cancelledBecause, signupStates } from "./signup/states";
import { courseStates, trainingStates } from "./training/states";
import { serviceFields, teamStates } from "./team/states";
import { groups, idTypes } from "./volunteer/messages";
import { volunteerStates } from "./volunteer/states";

const maps: [keyof typeof document.components.schemas, object][] = [
  ["Group", groups],
  ["IdType", idTypes],
  ["Because", cancelledBecause],
  ["Means", means],
  ["Source", sources],
  ["volunteers__attendance__model__State", attendanceStates],
  ["IssuerKind", issuerKinds],
  ["volunteers__certificate__model__State", certificateStates],
  ["Offering", courseStates],
  ["volunteers__honour__model__State", honourStates],
  ["volunteers__hours__model__State", hoursStates],
  ["volunteers__training__model__State", trainingStates],
  ["volunteers__opportunity__model__State", opportunityStates],
  ["volunteers__signup__model__State", signupStates],
  ["volunteers__pairing__model__State", pairingStates],
  ["Leaving", handoverBecause],
  ["Why", reasons],
  ["volunteers__duplicate__schemas__State", duplicateStates],
  ["volunteers__team__model__State", teamStates],
  ["ServiceField", serviceFields],
  ["MemberState", membershipStates],
  ["volunteers__volunteer__model__State", volunteerStates],
];

it.each(maps)("labels %s completely", (name, labels) => {
  const schema = document.components.schemas[name] as { enum?: string[]; const?: string };
  expect(Object.keys(labels).sort()).toEqual([...(schema.enum ?? [schema.const])].sort());
});

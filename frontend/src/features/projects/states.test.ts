/** Every word the projects service can send has a label on the screens. */
import { expect, it } from "vitest";
import document from "../../../../services/projects/openapi.json";
import { activityStates } from "./activity/states";
import { channels } from "./need/messages";
import { needStates } from "./need/states";
import { means } from "./participation/means";
import { projectStates } from "./project/states";

const maps: [keyof typeof document.components.schemas, object][] = [
  ["projects__need__model__State", needStates],
  ["projects__project__model__State", projectStates],
  ["projects__activity__model__State", activityStates],
  ["Channel", channels],
  ["Means", means],
];

it.each(maps)("labels %s completely", (name, labels) => {
  const schema = document.components.schemas[name] as { enum?: string[] };
  expect(Object.keys(labels).sort()).toEqual([...(schema.enum ?? [])].sort());
});

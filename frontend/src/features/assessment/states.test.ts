/** Every word the service can send has a label on the screens. */
import { expect, it } from "vitest";
import document from "../../../../services/assessment/openapi.json";
import { indicatorNames, lights, stepNames } from "./dashboard/indicators";
import { notForecast } from "./dashboard/notForecast";
import { behindNames } from "./evidence/measures";
import { schemeStates } from "./scheme/states";
import { cardStates, standings } from "./scorecard/states";
import { countNames } from "./outside_count/messages";
import { outsideCountStates } from "./outside_count/states";
import { surveyStates, withheldBecause } from "./survey/states";
import { aims, organKinds } from "./target/messages";
import { targetStates } from "./target/states";

const maps: [keyof typeof document.components.schemas, object][] = [
  ["Indicator", indicatorNames],
  ["Counts", countNames],
  ["assessment__outside_count__model__State", outsideCountStates],
  ["Step", stepNames],
  ["Light", lights],
  ["Aim", aims],
  ["OrganKind", organKinds],
  ["NotForecast", notForecast],
  ["Withheld", withheldBecause],
  ["assessment__scheme__model__State", schemeStates],
  ["assessment__scorecard__measured__Standing", standings],
  ["assessment__scorecard__model__State", cardStates],
  ["assessment__survey__model__State", surveyStates],
  ["assessment__target__model__State", targetStates],
];

it.each(maps)("labels %s completely", (name, labels) => {
  const schema = document.components.schemas[name] as { enum?: string[] };
  expect(Object.keys(labels).sort()).toEqual([...(schema.enum ?? [])].sort());
});

it("names what stands behind every figure and step that can be asked for", () => {
  const asked = document.paths["/readings"].get.parameters.find(({ name }) => name === "indicator");
  expect(asked).toBeDefined();
  const { Indicator, Step } = document.components.schemas as Record<string, { enum?: string[] }>;
  expect(Object.keys(behindNames).sort()).toEqual([...(Indicator?.enum ?? []), ...(Step?.enum ?? [])].sort());
});

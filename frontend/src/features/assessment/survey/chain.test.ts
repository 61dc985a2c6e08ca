/** The line of a survey fills the step of hours once some are confirmed. */
import { expect, it } from "vitest";
import { surveyChain } from "./chain";
import type { Survey } from "./queries";

const survey = { activity_id: "a1", answered: 0, drawn: 20, links: { project: "/api/projects/projects/p1", needs: ["/api/projects/needs/n1"], activity: "/api/projects/activities/a1" } } as unknown as Survey;

it.each([[0, "ahead"], [3, "done"]])("%i entries: %s", (hours, at) => {
  expect(surveyChain(survey, hours)[3]).toMatchObject({ label: "志愿服务时长", at, to: "/volunteers/hours?activity_id=a1" });
});

/** The line of a survey fills the step of hours once some are confirmed. */
import { expect, it } from "vitest";
import { surveyChain } from "./chain";
import type { Survey } from "./queries";

const survey = { subject: "activity", activity_id: "a1", answered: 0, drawn: 20, links: { project: "/api/projects/projects/p1", needs: ["/api/projects/needs/n1"], activity: "/api/projects/activities/a1" } } as unknown as Survey;

it.each([[0, "ahead"], [3, "done"]])("%i entries: %s", (hours, at) => {
  expect(surveyChain(survey, hours)[3]).toMatchObject({ label: "志愿服务时长", at, to: "/volunteers/hours?activity_id=a1" });
});

it("leads from a contract's stage on to its payment", () => {
  const links = { project: "/api/projects/projects/p1", needs: ["/api/projects/needs/n1"], contract: "/api/projects/contracts/c1", acceptance: "/api/projects/acceptances/x1", activities: ["/api/projects/activities/a1"] };
  const stage = { subject: "contract_stage", stage_no: 2, project_id: "p1", answered: 3, drawn: 20, links } as unknown as Survey;
  expect(surveyChain(stage, 0).map(({ label, to }) => [label, to])).toEqual([
    ["需求", "/projects/needs/n1"],
    ["项目", "/projects/projects/p1"],
    ["合同", "/projects/contracts/c1"],
    ["活动", "/projects/activities?project_id=p1&state=held"],
    ["满意度", undefined],
    ["验收支付", "/projects/acceptances/x1"],
  ]);
});

/** Acceptances: evidence as the contract names it, findings answered one by one, the survey before passing. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { account, inventedProject, verb } from "../invented";
import { inventedAcceptance, inventedContract, inventedPayment } from "../inventedSpending";
import AcceptanceForm from "./AcceptanceForm";
import AcceptancePage from "./AcceptancePage";
import { cautionsOf } from "./cautions";
import { nextOfAcceptance } from "./nextOfAcceptance";
import type { Acceptance } from "./queries";
import ResubmissionForm from "./ResubmissionForm";

const page = (items: unknown[]) => ({ items, next: null, count: null });

const server = (record: Acceptance) =>
  pretendServer(({ method, path }: Asked) => {
    if (path === "/api/gateway/me") return { body: account("town_officer") };
    if (method !== "GET" || path.endsWith("/acceptances/acceptance-1")) return { body: record };
    if (path.endsWith("/contracts/contract-1")) return { body: inventedContract() };
    if (path.endsWith("/projects/project-1")) return { body: inventedProject() };
    if (path.includes("/attachments/")) return { body: { id: "file-1", name: "服务记录.pdf", size: 20_000 } };
    return { body: page([]) };
  });

const showPage = () => show(<AcceptancePage />, { at: "/projects/acceptances/acceptance-1", path: "/projects/acceptances/:id" });

it("says that the survey has to be over before anything is passed", async () => {
  server(inventedAcceptance());
  showPage();
  expect(await screen.findByText("核对材料；满意度调查结束后才能通过验收，有不符的可先要求整改")).toBeVisible();
  expect(await within(screen.getByRole("region", { name: "验收材料" })).findByText("服务记录.pdf")).toBeVisible();
});

it("passes with an opinion, saying what share the residents' answers come to", async () => {
  const survey = { survey_id: "survey-1", drawn: 30, answered: 28, satisfied: 26, bound_ppm: 738_336, share_ppm: 907_504, closed_at: "2027-03-08T01:00:00Z" };
  const asked = server(inventedAcceptance({ survey, actions: [verb("acceptances/acceptance-1/passing", "通过验收"), verb("acceptances/acceptance-1/correction", "要求整改")] }));
  showPage();
  expect(await screen.findByText(/28 \/ 30 份作答，其中满意 26 份；满意度下限 73.83 %，应付比例 90.75 %。下限是按作答份数从严估计的满意度/)).toBeVisible();
  fireEvent.click(screen.getByText("通过验收", { selector: "button *" }));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  expect(await dialog.findByText(/按居民满意度，本阶段应付 [\d,.]+ 元的 90.75 %。/)).toBeInTheDocument();
  fireEvent.change(dialog.getByLabelText("验收意见"), { target: { value: "材料齐全，同意通过。" } });
  fireEvent.click(dialog.getByText("通过验收", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith("/passing"))).toMatchObject({ body: { opinion: "材料齐全，同意通过。" } }));
});

it("leads from what was passed to its payment", () => {
  const next = nextOfAcceptance(inventedAcceptance({ state: "passed" }), inventedPayment());
  expect(next).toMatchObject({ what: "制单", ways: [{ label: "查看付款", to: "/projects/payments/payment-1", isMain: true }] });
});

it("asks for a piece of evidence by the name that the contract gives it", async () => {
  const asked = server(inventedAcceptance());
  show(<AcceptanceForm />, { at: "/projects/acceptances/new?contract_id=contract-1" });
  fireEvent.change(await screen.findByLabelText("服务记录"), { target: { value: "共 90 次" } });
  fireEvent.click(screen.getByText("申请验收"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")).toMatchObject({
    path: "/api/projects/contracts/contract-1/acceptances",
    body: { stage_no: 2, evidence: [{ name: "服务记录", text: "共 90 次", attachment_ids: [] }] },
  }));
});

it("answers every open finding and keeps the files shown before", async () => {
  const findings = [
    { id: "finding-0", text: "补签名", due_on: "2027-03-01", reply: "已补", state: "closed" as const },
    { id: "finding-1", text: "补充二月的记录", due_on: "2027-03-20", reply: null, state: "open" as const },
  ];
  const asked = server(inventedAcceptance({ state: "correction", findings }));
  show(<ResubmissionForm />, { at: "/projects/acceptances/acceptance-1/resubmission", path: "/projects/acceptances/:id/resubmission" });
  fireEvent.change(await screen.findByLabelText("整改事项：补充二月的记录"), { target: { value: "已补齐八次" } });
  fireEvent.click(screen.getByText("提交整改结果"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    evidence: inventedAcceptance().evidence,
    replies: [{ finding_id: "finding-1", text: "已补齐八次" }],
  }));
});

it("warns before a stage is passed on nothing, and says who decides the share then", async () => {
  const survey = { survey_id: "survey-1", drawn: 0, answered: 0, satisfied: null, bound_ppm: null, share_ppm: null, closed_at: "2026-11-08T01:00:00Z" };
  const evidence = [{ name: "服务记录", text: "已完成", attachment_ids: [] }];
  server(inventedAcceptance({ survey, evidence, activity_ids: [], actions: [verb("acceptances/acceptance-1/passing", "通过验收")] }));
  showPage();
  const nothing = "本阶段没有举办过活动；验收材料只有文字，没有附件；满意度调查没有居民作答（0 份），通过后应付比例须由两人决定";
  expect(await screen.findByText((text) => text.startsWith(nothing))).toBeVisible();
  fireEvent.click(screen.getByText("通过验收", { selector: "button *" }));
  expect(within(await screen.findByRole("dialog", { hidden: true })).getByText((text) => text.startsWith(`请留意：${nothing}`))).toBeInTheDocument();
});

it("warns of nothing where there is nothing to warn of, and of a stage that is not over", () => {
  const survey = { survey_id: "survey-1", drawn: 30, answered: 28, satisfied: 26, bound_ppm: 738_336, share_ppm: 907_504, closed_at: "2027-03-08T01:00:00Z" };
  const [stage] = inventedContract().stages;
  expect(cautionsOf(inventedAcceptance({ survey }), stage, "2027-03-01")).toEqual([]);
  expect(cautionsOf(inventedAcceptance({ survey, evidence: [] }), stage, "2027-03-01")).toEqual([]);
  expect(cautionsOf(inventedAcceptance({ survey }), stage, "2026-12-01")).toEqual(["合同约定本阶段至 2027-02-28，尚未到期"]);
});

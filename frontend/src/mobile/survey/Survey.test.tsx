/** Answering a survey: a score in words, and a comment if one likes. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeInvitation } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";

it("waits under Me, is answered once, and says so", async () => {
  let isAnswered = false;
  const asked = serve({
    "GET /api/assessment/surveys/mine?state=waiting": () => page(isAnswered ? [] : [fakeInvitation()]),
    "POST /api/assessment/surveys/survey-1/answers": () => {
      isAnswered = true;
      return { status: 201, body: fakeInvitation({ version: 2, state: "answered", actions: [] }) };
    },
  });
  openPhone("/mine");
  expect(await screen.findByRole("link", { name: /^满意度评价\s*1$/ })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("link", { name: /^满意度评价\s*1$/ }));
  await userEvent.click(await screen.findByRole("link", { name: "去评价" }));
  await userEvent.click(await screen.findByRole("button", { name: "提交评价" }));
  expect(screen.getByRole("alert")).toHaveTextContent("请选择一项");
  await userEvent.click(screen.getByRole("radio", { name: "4 满意" }));
  await userEvent.type(screen.getByLabelText("想说的话（可不填）"), "社工很耐心");
  await userEvent.click(screen.getByRole("button", { name: "提交评价" }));
  expect(await screen.findByText("您的评价已收到，谢谢。")).toBeInTheDocument();
  const sent = asked.filter(({ method }) => method === "POST");
  expect(sent.map(({ body }) => body)).toEqual([{ score: 4, comment: "社工很耐心" }]);
});

it("corrects an answer on the version that was seen", async () => {
  const correct = { name: "answers/mine", method: "PUT", href: "/api/assessment/surveys/survey-1/answers/mine", needs_reason: false, label: "更正评价" };
  const asked = serve({
    "GET /api/assessment/surveys/mine?state=answered": () => page([fakeInvitation({ version: 2, state: "answered", actions: [correct] })]),
    "PUT /api/assessment/surveys/survey-1/answers/mine": () => ({ body: fakeInvitation({ version: 3, state: "answered" }) }),
  });
  openPhone("/surveys/survey-1");
  await userEvent.click(await screen.findByRole("radio", { name: "2 不满意" }));
  await userEvent.click(screen.getByRole("button", { name: "提交评价" }));
  expect(await screen.findByText("您的评价已收到，谢谢。")).toBeInTheDocument();
  const sent = asked.find(({ method }) => method === "PUT");
  expect([sent?.body, sent?.headers.get("If-Match")]).toEqual([{ score: 2, comment: null }, '"2"']);
});

it("asks about a stage of a contract as a whole", async () => {
  const stage = fakeInvitation({ subject: "contract_stage", stage_no: 2, title: "邻里互助服务", links: {} });
  serve({ "GET /api/assessment/surveys/mine?state=waiting": () => page([stage]) });
  openPhone("/surveys");
  expect(await screen.findByText("第 2 阶段服务")).toBeInTheDocument();
  await userEvent.click(screen.getByRole("link", { name: "去评价" }));
  expect(await screen.findByRole("heading", { name: "邻里互助服务" })).toBeInTheDocument();
  expect(screen.getByRole("group", { name: /这一阶段/ })).toBeInTheDocument();
});

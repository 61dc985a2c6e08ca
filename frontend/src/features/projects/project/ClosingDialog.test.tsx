/** Closing a project: each need is decided on its own, none by itself. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { account, inventedNeed, inventedProject } from "../invented";
import { ClosingDialog } from "./ClosingDialog";

const needs = [inventedNeed(), inventedNeed({ id: "need-2", title: "楼道扶手" })];

it("asks of every need whether it was met, and takes none for granted", async () => {
  const asked = pretendServer(({ path }) => ({ body: path.endsWith("/me") ? account("town_officer") : needs.find(({ id }) => path.endsWith(id)) }));
  const project = inventedProject({ need_ids: ["need-1", "need-2"], activities_held: 3 });
  show(<ClosingDialog act="结项" project={project} onClose={vi.fn()} />);
  await screen.findByText("楼道扶手");
  fireEvent.change(screen.getByLabelText("成效"), { target: { value: "每周送餐两次" } });
  const submit = () => fireEvent.click(screen.getByRole("button", { name: "结项" }));
  submit();
  expect(await screen.findAllByText("请选择这项需求是否已满足")).toHaveLength(2);
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
  fireEvent.click(screen.getAllByLabelText("已满足，办结")[1] as HTMLElement);
  fireEvent.click(screen.getAllByLabelText("未满足，退回需求池")[0] as HTMLElement);
  submit();
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ outcome: "每周送餐两次", met_need_ids: ["need-2"] }));
});

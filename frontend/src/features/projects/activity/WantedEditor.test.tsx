/** The roles editor: the server's pointers find their row, codes are given once and kept. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { show } from "@/testing/page";
import { FormPage } from "@/ui/FormPage";
import { coded, type WantedRow } from "./wanted";
import { WantedEditor } from "./WantedEditor";

interface Values {
  wanted: WantedRow[];
}

const kept: WantedRow[] = [
  { role: "guide", name: "现场引导", count: 4, minimum_age: 18 },
  { role: "role_1", name: "合唱伴奏", count: 1, minimum_age: 16 },
];

const askingNothing = { maximum_age: null, skills: [], training_ids: [] };

const form = (submit: (values: Values) => Promise<{ id: string }>) => (
  <FormPage<Values, { id: string }> title="计划" draft="wanted" initial={{ wanted: kept }} submit={submit} done={() => "/done"}>
    <WantedEditor />
  </FormPage>
);

it("puts the server's refusal on the row and field it points to", async () => {
  const errors = [{ pointer: "/wanted/1/count", title: "不得大于 10000" }, { pointer: "/wanted", title: "至多 30 个岗位" }];
  show(form(() => Promise.reject(new Problem({ type: "invalid", title: "填写的内容有误。", status: 422, errors }))));
  fireEvent.click(screen.getByText("提交"));
  await screen.findByText("不得大于 10000");
  const counts = screen.getAllByLabelText("人数");
  expect(counts[1]).toHaveAttribute("aria-invalid", "true");
  expect(counts[0]).not.toHaveAttribute("aria-invalid", "true");
  expect(screen.getByText("至多 30 个岗位")).toBeInTheDocument();
});

it("keeps the codes of the roles that stay when one is removed and another added", async () => {
  const submit = vi.fn((values: Values) => Promise.resolve({ id: String(coded(values.wanted).length) }));
  show(form(submit));
  fireEvent.click(screen.getByLabelText("移除岗位 1"));
  fireEvent.click(screen.getByText("添加岗位"));
  await waitFor(() => expect(screen.getAllByLabelText("岗位")).toHaveLength(2));
  fireEvent.change(screen.getAllByLabelText("岗位")[1] as HTMLElement, { target: { value: "灯光" } });
  fireEvent.click(screen.getByText("提交"));
  await waitFor(() => expect(submit).toHaveBeenCalled());
  expect(coded(submit.mock.calls[0]?.[0].wanted)).toEqual([
    { role: "role_1", name: "合唱伴奏", count: 1, minimum_age: 16, ...askingNothing },
    { role: "role_2", name: "灯光", count: 1, minimum_age: 18, ...askingNothing },
  ]);
});

it("never gives two roles one code", () => {
  const rows: WantedRow[] = [...kept, { name: "现场引导", count: 2, minimum_age: 0 }, { name: "签到登记", count: 1, minimum_age: 0 }];
  expect(coded(rows).map(({ role }) => role)).toEqual(["guide", "role_1", "role_2", "registration"]);
});

/** A record page: what is withheld goes, what merely could not be asked again stays, whoever comes back sees it anew, and a dialog has it as it is now. */
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form, Input } from "antd";
import { expect, it, vi } from "vitest";
import { follow, ifMatch } from "@/api/client";
import type { RecordView } from "@/api/view";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { ActDialog } from "./ActDialog";
import { RecordPage } from "./RecordPage";

type Need = RecordView & { title: string };

const closing = { name: "closing", method: "POST", href: "/api/needs/1/closing", needs_reason: false, label: "办结" };
const need: Need = { id: "1", version: 1, area_id: "a", state: "open", title: "助餐", actions: [closing], links: {} };

const question = { queryKey: ["need"], queryFn: () => follow<Need>("/api/needs/1") };

const page = (
  <RecordPage<Need>
    question={question}
    name={({ title }) => title}
    states={{ open: { label: "待办", tone: "active" } }}
    facts={() => []}
    dialogs={{
      closing: ({ record, act: word, onClose }) => (
        <ActDialog<{ outcome: string }>
          act={word}
          submit={(values) => follow(closing.href, { method: "POST", headers: ifMatch(record.version), body: JSON.stringify(values) })}
          onClose={onClose}
        >
          <Form.Item name="outcome" label="成效"><Input /></Form.Item>
        </ActDialog>
      ),
    }}
  />
);

/** Opens the record, goes elsewhere and comes back when the answer has grown old. */
async function comeBackTo(answer: ReturnType<Parameters<typeof pretendServer>[0]>) {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ["Date"] });
  pretendServer(() => ({ body: need }));
  const router = show(page, { at: "/needs/1" });
  await screen.findByRole("heading", { name: "助餐" });
  await act(() => router.navigate("/away"));
  vi.setSystemTime(Date.now() + 60_000);
  pretendServer(() => answer);
  await act(() => router.navigate("/needs/1"));
  await screen.findByRole("alert", undefined, { timeout: 10_000 });
  vi.useRealTimers();
}

it.each([403, 404])("takes the record away once the service answers %s", async (status) => {
  await comeBackTo(refusal(status, "withheld", { title: "没有这条记录。" }));
  expect(screen.getByText("没有这条记录。")).toBeVisible();
  expect(screen.queryByRole("heading", { name: "助餐" })).toBeNull();
});

it("keeps what it knows while the network is down, and says so", async () => {
  await comeBackTo("network down");
  expect(screen.getByRole("heading", { name: "助餐" })).toBeVisible();
  expect(screen.getByRole("button", { name: "再试一次" })).toBeVisible();
});

it("shows where the record stands by now to whoever comes back to the window", async () => {
  pretendServer(() => ({ body: need }));
  show(page, { at: "/needs/1" });
  await screen.findByText("待办");
  pretendServer(() => ({ body: { ...need, version: 2, title: "助餐与陪伴" } }));
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  await screen.findByRole("heading", { name: "助餐与陪伴" });
});

it("keeps what was typed in a dialog when somebody was faster, and goes on with the version loaded then", async () => {
  let current = need;
  const asked = pretendServer(({ method, headers }) => {
    if (method === "GET") return { body: current };
    return headers.get("If-Match") === `"${current.version}"` ? {} : refusal(412, "version-stale", { title: "内容已被他人更新。" });
  });
  show(page, { at: "/needs/1" });
  await userEvent.click(await screen.findByRole("button", { name: "办结" }));
  await userEvent.type(await screen.findByLabelText("成效"), "每周两次");
  current = { ...need, version: 2 };
  const confirm = () => userEvent.click([...document.querySelectorAll<HTMLElement>(".ant-modal-footer button")].at(-1) as HTMLElement);
  await confirm();
  await userEvent.click(await screen.findByRole("button", { name: "载入最新内容" }));
  await waitFor(() => expect(screen.queryByText("内容已被他人更新。")).toBeNull());
  await confirm();
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const sent = asked.filter(({ method }) => method === "POST");
  expect(sent.map(({ headers, body }) => [headers.get("If-Match"), body])).toEqual([['"1"', { outcome: "每周两次" }], ['"2"', { outcome: "每周两次" }]]);
});

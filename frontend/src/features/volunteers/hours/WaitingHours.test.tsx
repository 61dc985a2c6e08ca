/** The second person's list: marks, and a batch in which each entry has its own result. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { inventedHours } from "../invented";
import WaitingHours from "./WaitingHours";

const rows = [
  inventedHours({ forgot_check_out: true, place_unknown: true }),
  inventedHours({ id: "h2", version: 5, volunteer_id: "v2", source: "manual", because: "手机没电" }),
];

const outcomes = [
  { id: "h1", confirmed: true, problem: null, title: null },
  { id: "h2", confirmed: false, problem: "second-person-needed", title: "提出时长的人不能自己确认，须由第二人确认。" },
];

const names = [{ id: "v1", name: "李*", tail: "0417" }, { id: "v2", name: "李*", tail: "0981" }];

function answer({ method, path }: Asked): { body: unknown } {
  if (path.endsWith("/me")) return { body: null };
  if (path.endsWith("/names")) return { body: { items: names } };
  if (method === "POST") return { body: { items: outcomes } };
  if (path.includes("/volunteers/hours?")) return { body: path.includes("state=disputed") ? { items: [], next: null, count: 3 } : { items: rows, next: null, count: 2 } };
  return { body: [] };
}

function open() {
  const asked = pretendServer(answer);
  const router = show(<WaitingHours />, { at: "/volunteers/hours/waiting" });
  return { asked, router };
}

it("lists what waits, with its marks, and points to what is disputed", async () => {
  const { asked } = open();
  expect(await screen.findByText("李* 0417")).toBeVisible();
  for (const mark of ["忘签退", "位置未知", "补录"]) expect(screen.getByText(mark)).toBeVisible();
  expect(asked.some(({ path }) => path.includes("state=proposed"))).toBe(true);
  expect(await screen.findByText(/有 3 条时长本人提出异议/)).toBeVisible();
  expect(asked.filter(({ path }) => path.endsWith("/volunteers/names"))).toHaveLength(1);
});

it("keeps the chosen area on the way to what is disputed", async () => {
  pretendServer(answer);
  const router = show(<WaitingHours />, { at: "/volunteers/hours/waiting?area_id=area-1" });
  fireEvent.click(await screen.findByText("查看"));
  expect(router.state.location.search).toBe("?area_id=area-1&state=disputed");
});

it("confirms several at the versions that were seen and shows each result", async () => {
  const { asked } = open();
  await screen.findByText("李* 0417");
  const [all] = screen.getAllByRole("checkbox", { hidden: true });
  fireEvent.click(all as HTMLElement);
  fireEvent.click(screen.getByText("确认所选时长"));
  expect(await screen.findByText(/确认 2 条时长，共 3 小时 40 分钟，其中忘签退 1 条、位置未知 1 条、补录 1 条。/)).toBeInTheDocument();
  expect(asked.some(({ path }) => path.endsWith("/confirmations"))).toBe(false);
  fireEvent.click(screen.getAllByText("确认所选时长").at(-1) as HTMLElement);
  await waitFor(() => expect(screen.getByText("已确认 1 条，1 条未确认，仍按原样等待")).toBeVisible());
  const sent = asked.find(({ path }) => path.endsWith("/hours/confirmations"));
  expect(sent?.body).toEqual({ items: [{ id: "h1", version: 2 }, { id: "h2", version: 5 }] });
  const [refused, confirmed] = within(screen.getAllByRole("status").find((each) => each.textContent?.includes("已确认 1 条")) as HTMLElement).getAllByRole("listitem");
  expect(refused).toHaveTextContent("未确认 李* 0981 · 周末敬老陪伴 1 小时 50 分钟：提出时长的人不能自己确认，须由第二人确认。");
  expect(confirmed).toHaveTextContent("已确认 李* 0417 · 周末敬老陪伴");
});

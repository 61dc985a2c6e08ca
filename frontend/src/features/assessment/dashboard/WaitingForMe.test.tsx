/** Officers see how much waits for them; leaders, for whom nothing waits, see nothing of it. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { WaitingForMe } from "./WaitingForMe";

const serve = (role: string) =>
  pretendServer(({ path }) => {
    const account = { id: "a", kind: "staff", display_name: "陈敏", grants: [{ role, area_id: "t", area_name: "塘厦镇", scope_key: "x", organisation_id: null }] };
    return { body: path.endsWith("/me") ? account : { items: [], next: null, count: path.includes("overdue") ? 2 : 9 } };
  });

it("says how much waits and how much is late, each the way to its list", async () => {
  serve("town_officer");
  show(<WaitingForMe />);
  expect(await screen.findByRole("link", { name: "待我处理 9 件" })).toHaveAttribute("href", "/gateway/tasks");
  expect(screen.getByRole("link", { name: "逾期 2 件" })).toHaveAttribute("href", "/gateway/tasks?overdue=true");
});

it("asks nothing for a leader", async () => {
  const asked = serve("leader");
  show(<><WaitingForMe /><p>page</p></>);
  await screen.findByText("page");
  expect(asked.some(({ path }) => path.includes("/tasks"))).toBe(false);
});

/** A list that waits to be confirmed: its buttons are as wide as their words. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { ImportPage } from "./ImportPage";

it("does not stretch the cancellation over the page", async () => {
  const cancellation = { name: "cancellation", label: "取消", method: "POST", href: "/api/volunteers/jobs/j1/cancellation", needs_reason: false };
  pretendServer(() => ({ body: { id: "j1", version: 1, state: "waiting", file: "名单.xlsx", counts: { new: 2 }, result: null, faults: null, actions: [cancellation] } }));
  show(<ImportPage title="导入志愿者" advice="" service="volunteers" kind="volunteers" list="/volunteers" />, { at: "/imports?job=j1" });
  expect((await screen.findByText("取消导入")).closest("button")).toHaveStyle({ justifySelf: "start" });
});

/** One's own sessions: which device, and ending one. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { inventedSession } from "../invented";
import SessionsPage from "./SessionsPage";

it("names devices, marks this one and ends another", async () => {
  const other = inventedSession({ id: "s2", is_current: false, device: "Mozilla/5.0 (Linux; Android 14) Chrome/126.0" });
  const asked = pretendServer(({ method, path }) => {
    if (path.endsWith("/outbox")) return refusal(404, "not-found");
    return method === "DELETE" ? {} : { body: { items: [inventedSession(), other], next: null, count: null } };
  });
  show(<SessionsPage />);
  expect(await screen.findByText("Chrome · Windows")).toBeVisible();
  expect(screen.getAllByText("本机")).toHaveLength(1);
  fireEvent.click(screen.getAllByText("退出此设备")[1] as HTMLElement);
  await waitFor(() => expect(asked.some(({ method, path }) => method === "DELETE" && path === "/api/gateway/sessions/s2")).toBe(true));
  expect(screen.queryByText("演示环境：短信发件箱")).toBeNull();
});

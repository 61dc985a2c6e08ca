/** 修改密码: refused on its field, and said when done. */
import { fireEvent, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { OwnPasswordDialog } from "./OwnPasswordDialog";

function fill(now: string, next: string, again: string) {
  fireEvent.change(screen.getByLabelText("当前密码"), { target: { value: now } });
  fireEvent.change(screen.getByLabelText("新密码"), { target: { value: next } });
  fireEvent.change(screen.getByLabelText("再填一次新密码"), { target: { value: again } });
  fireEvent.click(screen.getByRole("button", { name: "修改密码" }));
}

it("sends both passwords, says what changed, and closes when that is read", async () => {
  const asked = pretendServer(() => ({ status: 200 }));
  const close = vi.fn();
  show(<OwnPasswordDialog onClose={close} />);
  fill("old-One-1", "new-One-22", "new-One-22");
  expect(await screen.findByText(/下次登录请用新密码/)).toBeInTheDocument();
  expect(asked[0]).toMatchObject({ method: "PUT", path: "/api/gateway/me/password", body: { current_password: "old-One-1", password: "new-One-22" } });
  expect(close).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText("知道了"));
  expect(close).toHaveBeenCalled();
});

it("asks again when the two differ, without asking the server", async () => {
  const asked = pretendServer(() => ({ status: 200 }));
  show(<OwnPasswordDialog onClose={vi.fn()} />);
  fill("old-One-1", "new-One-22", "new-One-23");
  expect(await screen.findByText("两次填写的新密码不一致")).toBeInTheDocument();
  expect(asked).toHaveLength(0);
});

it("shows the server's refusal and stays open", async () => {
  pretendServer(() => refusal(422, "present-password-wrong", { title: "当前密码不正确。" }));
  show(<OwnPasswordDialog onClose={vi.fn()} />);
  fill("wrong", "new-One-22", "new-One-22");
  expect(await screen.findByText("当前密码不正确。")).toBeInTheDocument();
  expect(screen.getByLabelText("当前密码")).toBeInTheDocument();
});

/** Files of a form: sent at once with their progress, refused by name, given up, and never submitted half. */
import { fireEvent, screen } from "@testing-library/react";
import { Button, Form } from "antd";
import { beforeEach, expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { FilesItem } from "./FilesItem";

/** What the browser sends a file by, answered by the test. */
class Sent {
  static all: Sent[] = [];
  status = 0;
  responseText = "";
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  headers: Record<string, string> = {};
  address = "";
  onload?: () => void;
  onabort?: () => void;
  open(_method: string, address: string) {
    this.address = address;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send() {
    Sent.all.push(this);
  }
  abort() {
    this.onabort?.();
  }
  answer(status: number, body: unknown) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
  }
}

const finished = vi.fn();

beforeEach(() => {
  Sent.all = [];
  finished.mockReset();
  vi.stubGlobal("XMLHttpRequest", Sent);
  pretendServer(() => ({ body: { id: "a1", name: "服务记录.pdf", size: 2_500_000 } }));
  show(
    <Form onFinish={finished}>
      <FilesItem service="projects" name="files" label="附件" />
      <Button htmlType="submit">提交</Button>
    </Form>,
  );
  const input = document.querySelector("input[type=file]") as HTMLInputElement;
  fireEvent.change(input, { target: { files: [new File(["%PDF"], "服务记录.pdf")] } });
});

const submit = () => fireEvent.click(screen.getByText("提交"));

it("waits until a file has arrived, then sends its id", async () => {
  const [sent] = Sent.all as [Sent];
  expect(sent.address).toBe(`/api/projects/attachments?name=${encodeURIComponent("服务记录.pdf")}`);
  expect(sent.headers["Idempotency-Key"]).toBeTruthy();
  sent.upload.onprogress?.({ loaded: 40, total: 100 });
  expect(await screen.findByText("40%")).toBeVisible();
  submit();
  expect(await screen.findByText("文件还在上传，请等上传完成后再提交")).toBeVisible();
  expect(finished).not.toHaveBeenCalled();
  sent.answer(201, { id: "a1" });
  expect(await screen.findByText("2.4 MB")).toBeVisible();
  // What was said while it was on its way is not said any more, and there is one way to choose files.
  await vi.waitFor(() => expect(screen.queryByText("文件还在上传，请等上传完成后再提交")).toBeNull());
  expect(document.querySelector("input[type=file]")).not.toBeVisible();
  submit();
  await vi.waitFor(() => expect(finished).toHaveBeenCalledWith({ files: ["a1"] }));
});

it("says by name why a file is not taken, and what would be", async () => {
  Sent.all[0]?.answer(422, { type: "attachment-kind-refused", title: "不接收这种文件，或文件内容与名称不符。", status: 422, taken: ["pdf", "png"] });
  expect(await screen.findByRole("alert")).toHaveTextContent("服务记录.pdf · 不接收这种文件，或文件内容与名称不符。 接收 pdf、png");
  fireEvent.click(screen.getByText("移除"));
  await vi.waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

it("says the largest size of a file that is too large", async () => {
  Sent.all[0]?.answer(413, { type: "attachment-too-large", title: "文件超过允许的大小。", status: 413, most_bytes: 20_971_520 });
  expect(await screen.findByRole("alert")).toHaveTextContent("文件超过允许的大小。 每个不超过 20.0 MB");
});

it("gives up an upload", async () => {
  fireEvent.click(await screen.findByText("取消上传"));
  await vi.waitFor(() => expect(screen.queryByText("服务记录.pdf")).toBeNull());
  submit();
  await vi.waitFor(() => expect(finished).toHaveBeenCalledWith({ files: undefined }));
});

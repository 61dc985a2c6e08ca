/** The question before an act: the first focus stands on the way back, never on a cross or on the act. */
import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { ConfirmDialog } from "./ConfirmDialog";

it("begins at the way back", async () => {
  show(<ConfirmDialog act="批准" says="批准不能撤回。" busy={false} onYes={vi.fn()} onClose={vi.fn()} />);
  expect(await screen.findByText("批准不能撤回。")).toBeInTheDocument();
  expect(document.querySelector(".ant-modal-close")).toBeNull();
  await waitFor(() => expect(document.activeElement).toHaveTextContent(/返\s?回/));
});

/** Pages of a list beside a plain question of the same list. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { useKeysetList } from "./useKeysetList";

const query = { project_id: "p" };

it("shares no answer with a plain question of the same key, and is asked again with it", async () => {
  const page = vi.fn(() => Promise.resolve({ items: [{ id: "paged" }], next: null }));
  const whole = vi.fn(() => Promise.resolve(["plain"]));
  function Both() {
    const queries = useQueryClient();
    const plain = useQuery({ queryKey: ["activities", query], queryFn: whole });
    const { rows } = useKeysetList({ key: ["activities"], page }, query);
    return <button onClick={() => void queries.invalidateQueries({ queryKey: ["activities"] })}>{[plain.data, rows.map(({ id }) => id)].join(" ")}</button>;
  }
  show(<Both />);
  await userEvent.click(await screen.findByText("plain paged"));
  await waitFor(() => expect([page.mock.calls.length, whole.mock.calls.length]).toEqual([2, 2]));
});

/** What is written on a bad network is sent once. */
import { expect, it, vi } from "vitest";
import { pretendServer, refusal } from "@/testing/server";
import { keepDelivering, post } from "./outbox";

const letter = { href: "/api/volunteers/opportunities/1/signups", body: { role: "探访" }, label: "报名", account: "a" };
const kept = () => JSON.parse(localStorage.getItem("outbox") ?? "[]") as { refusal?: string }[];

it("waits without a network and is sent later with the same key", async () => {
  let down = true;
  const asked = pretendServer(() => (down ? "network down" : { body: { id: "s1" } }));
  await expect(post(letter)).resolves.toEqual({ state: "waiting" });
  expect(kept()).toHaveLength(1);
  down = false;
  const stopForAnother = keepDelivering("b");
  await Promise.resolve();
  stopForAnother();
  expect(asked).toHaveLength(1);
  const stop = keepDelivering("a");
  await vi.waitFor(() => expect(kept()).toHaveLength(0));
  stop();
  expect(asked[1]?.headers.get("Idempotency-Key")).toBe(asked[0]?.headers.get("Idempotency-Key"));
});

it("keeps nothing that was sent or refused at once", async () => {
  pretendServer(({ body }) => (body ? { body: { id: "s2" } } : {}));
  await expect(post(letter)).resolves.toEqual({ state: "sent", answer: { id: "s2" } });
  pretendServer(() => refusal(409, "quota-full"));
  await expect(post(letter)).rejects.toMatchObject({ type: "quota-full" });
  expect(kept()).toHaveLength(0);
});

it("shows a refusal that came later", async () => {
  let down = true;
  pretendServer(() => (down ? "network down" : refusal(409, "quota-full", { title: "名额已满。" })));
  await post(letter);
  down = false;
  const stop = keepDelivering("a");
  await vi.waitFor(() => expect(kept()[0]?.refusal).toBe("名额已满。"));
  stop();
});

/** What is written on a bad network is sent once, by its writer, and what is refused can be mended. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetPerson, ownKey, rememberPerson } from "@/api/kept";
import { pretendServer, refusal } from "@/testing/server";
import { keepDelivering, post, type Letter } from "./outbox";

const letter = { href: "/api/volunteers/opportunities/1/signups", body: { role: "探访", contact: { phone: "15400000001" } }, label: "报名", page: "/" };
const kept = (account: string | null) => JSON.parse(localStorage.getItem(ownKey("outbox", account)) ?? "[]") as Letter[];
const offline = () => pretendServer(() => "network down");
let stop = () => undefined as void;

beforeEach(() => rememberPerson("a"));
afterEach(() => stop());

it("waits without a network and is sent later with the same key", async () => {
  const before = offline();
  await expect(post(letter)).resolves.toEqual({ state: "waiting" });
  expect(kept("a")).toHaveLength(1);
  const after = pretendServer(() => ({ body: { id: "s1" } }));
  stop = keepDelivering();
  await vi.waitFor(() => expect(kept("a")).toHaveLength(0));
  expect(after[0]?.headers.get("Idempotency-Key")).toBe(before[0]?.headers.get("Idempotency-Key"));
});

it("is one letter when tapped twice, with a network or without", async () => {
  const asked = pretendServer(() => ({ body: { id: "s1" } }));
  await expect(Promise.all([post(letter), post(letter)])).resolves.toEqual(Array(2).fill({ state: "sent", answer: { id: "s1" } }));
  expect(asked).toHaveLength(1);
  offline();
  await Promise.all([post(letter), post(letter)]);
  expect(kept("a")).toHaveLength(1);
});

it("sends a visitor's for whoever holds the phone, and nobody's else", async () => {
  offline();
  rememberPerson(null);
  await post({ ...letter, href: "/visitors" });
  rememberPerson("a");
  await post({ ...letter, href: "/a" });
  // The session of `a` ran out; what waits is delivered in turn, so the visitor's would come after it.
  rememberPerson(null);
  const asked = pretendServer(() => ({}));
  stop = keepDelivering();
  await vi.waitFor(() => expect(kept(null)).toHaveLength(0));
  await vi.waitFor(() => expect(asked.map(({ path }) => path)).toEqual(["/visitors"]));
  expect(kept("a")).toHaveLength(1);
});

it("leaves nothing of who signed out, nor of who was before", async () => {
  offline();
  await post(letter);
  rememberPerson("b");
  expect(kept("a")).toHaveLength(0);
  await post(letter);
  forgetPerson();
  expect(JSON.stringify(localStorage)).not.toContain("15400000001");
});

it("keeps nothing that was sent or refused at once", async () => {
  pretendServer(({ body }) => (body ? { body: { id: "s2" } } : {}));
  await expect(post(letter)).resolves.toEqual({ state: "sent", answer: { id: "s2" } });
  pretendServer(() => refusal(409, "quota-full"));
  await expect(post(letter)).rejects.toMatchObject({ type: "quota-full" });
  expect(kept("a")).toHaveLength(0);
});

it("keeps what was refused later with its reasons; of a visitor's, not who it was", async () => {
  const errors = [{ pointer: "/title", title: "至少 2 个字" }];
  for (const account of ["a", null]) {
    rememberPerson(account);
    offline();
    await post(letter);
    pretendServer(() => refusal(422, "invalid", { title: "填写的内容有误。", errors }));
    stop = keepDelivering();
    await vi.waitFor(() => expect(kept(account)[0]?.refusal).toMatchObject({ title: "填写的内容有误。", errors }));
    stop();
  }
  expect(kept("a")[0]?.body).toEqual(letter.body);
  expect(kept(null)[0]?.body).toEqual({ role: "探访" });
});

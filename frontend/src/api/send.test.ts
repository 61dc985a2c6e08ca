/** How requests leave: keys, renewal, refusals. */
import { describe, expect, it, vi } from "vitest";
import { pretendServer, refusal } from "@/testing/server";
import { act, follow } from "./client";
import { rememberPerson } from "./kept";
import { Problem } from "./problem";

const RENEWAL = "/api/gateway/session/renewal";
const raise = () => follow("/api/projects/needs", { method: "POST", body: JSON.stringify({ title: "助餐" }) });

describe("renewal", () => {
  it("renews once for several requests and repeats each with its own key", async () => {
    let fresh = false;
    const asked = pretendServer(({ path }) => {
      if (path === RENEWAL) {
        fresh = true;
        return {};
      }
      return fresh ? { body: { id: "1" } } : refusal(401, "token-expired");
    });
    await Promise.all([raise(), follow("/api/projects/needs")]);
    expect(asked.filter(({ path }) => path === RENEWAL)).toHaveLength(1);
    const [first, second] = asked.filter(({ method, path }) => method === "POST" && path !== RENEWAL);
    expect(second?.headers.get("Idempotency-Key")).toBe(first?.headers.get("Idempotency-Key"));
    expect(second?.body).toEqual({ title: "助餐" });
  });

  it("says why there is no renewal: the session ended, or the network did", async () => {
    pretendServer(({ path }) => refusal(401, path === RENEWAL ? "session-ended" : "token-expired"));
    await expect(follow("/api/projects/needs")).rejects.toMatchObject({ type: "session-ended" });
    pretendServer(({ path }) => (path === RENEWAL ? "network down" : refusal(401, "token-expired")));
    await expect(follow("/api/projects/needs")).rejects.toMatchObject({ type: "unreachable" });
  });
});

describe("idempotency", () => {
  it("keeps the key of a request that got no answer", async () => {
    let down = true;
    const asked = pretendServer(() => (down ? "network down" : {}));
    await expect(raise()).rejects.toMatchObject({ type: "unreachable" });
    down = false;
    await raise();
    await raise();
    const keys = asked.map(({ headers }) => headers.get("Idempotency-Key"));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[1]);
  });

  it("takes a new key after a refusal", async () => {
    const asked = pretendServer(() => refusal(422, "invalid"));
    await raise().catch(() => undefined);
    await raise().catch(() => undefined);
    expect(asked[0]?.headers.get("Idempotency-Key")).not.toBe(asked[1]?.headers.get("Idempotency-Key"));
  });
});

describe("a double click", () => {
  const rename = () => follow<{ id: string }>("/api/projects/needs/1", { method: "PATCH", body: JSON.stringify({ title: "助餐" }), headers: { "If-Match": '"1"' } });

  it("is sent once, and both hear the answer", async () => {
    const asked = pretendServer(() => ({ body: { id: "1" } }));
    await expect(Promise.all([raise(), raise(), rename(), rename()])).resolves.toEqual(Array(4).fill({ id: "1" }));
    expect(asked.map(({ method }) => method)).toEqual(["POST", "PATCH"]);
    await raise();
    expect(asked).toHaveLength(3);
  });

  it("is refused once, and both hear why", async () => {
    const asked = pretendServer(() => refusal(409, "not-raised"));
    const heard = await Promise.allSettled([raise(), raise()]);
    expect(heard.map((one) => one.status)).toEqual(["rejected", "rejected"]);
    expect(asked).toHaveLength(1);
  });

  it("does not join what is different, nor what another person does", async () => {
    const asked = pretendServer(() => ({}));
    rememberPerson("a");
    const first = raise();
    await Promise.all([first, follow("/api/projects/needs", { method: "POST", body: JSON.stringify({ title: "助浴" }) })]);
    const before = raise();
    rememberPerson("b");
    await Promise.all([before, raise()]);
    expect(asked).toHaveLength(4);
    expect(new Set(asked.map(({ headers }) => headers.get("Idempotency-Key"))).size).toBe(4);
  });
});

describe("patience", () => {
  it("gives up on a network that hangs, as on one that is down, and repeats with the same key", async () => {
    const limit = new AbortController();
    vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(limit.signal);
    const keys: (string | null)[] = [];
    vi.stubGlobal("fetch", (request: Request, { signal }: { signal: AbortSignal }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      return new Promise((_, refuse) => signal.addEventListener("abort", () => refuse(signal.reason as Error)));
    });
    const hanging = raise();
    await vi.waitFor(() => expect(keys).toHaveLength(1));
    limit.abort(new DOMException("", "TimeoutError"));
    await expect(hanging).rejects.toMatchObject({ type: "unreachable" });
    const asked = pretendServer(() => ({}));
    await raise();
    expect(asked[0]?.headers.get("Idempotency-Key")).toBe(keys[0]);
  });
});

describe("refusals and acts", () => {
  it("throws the server's refusal with its fields and parameters", async () => {
    pretendServer(() => refusal(422, "invalid", { title: "填写的内容有误。", errors: [{ pointer: "/title", title: "必填" }], closes_at: "2026-11-23" }));
    const refused = await raise().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ title: "填写的内容有误。", errors: [{ pointer: "/title", title: "必填" }], params: { closes_at: "2026-11-23" } });
  });

  it("sends the version that was seen, the reason, and the mark of our own page", async () => {
    const asked = pretendServer(() => ({}));
    await act({ name: "return", method: "POST", href: "/api/projects/needs/1/return", needs_reason: true, label: "退回" }, 7, "材料不全");
    expect(asked[0]?.headers.get("If-Match")).toBe('"7"');
    expect(asked[0]?.headers.get("X-Sanshe")).toBe("1");
    expect(asked[0]?.body).toEqual({ reason: "材料不全" });
  });
});

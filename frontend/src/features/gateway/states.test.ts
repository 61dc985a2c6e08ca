/** Every word the gateway can send has a label on the screens. */
import { expect, it } from "vitest";
import document from "../../../../services/gateway/openapi.json";
import { given, roles } from "./account/messages";
import { accountStates } from "./account/states";
import { clientStates } from "./client/states";
import { noticeStates } from "./notice/states";
import { methods } from "./session/messages";
import { taskStates } from "./task/states";

const maps: [keyof typeof document.components.schemas, object][] = [
  ["State", accountStates],
  ["ClientState", clientStates],
  ["Role", roles],
  ["Method", methods],
  ["NoticeState", noticeStates],
  ["TaskState", taskStates],
];

it.each(maps)("labels %s completely", (name, labels) => {
  const schema = document.components.schemas[name] as { enum?: string[] };
  expect(Object.keys(labels).sort()).toEqual([...(schema.enum ?? [])].sort());
});

it("gives no role that comes with signing in by phone or belongs to a machine", () => {
  const never = ["volunteer", "resident", "oa_client", "service"];
  const others = Object.keys(roles).filter((role) => !never.includes(role));
  expect(given.map(({ value }) => value).sort()).toEqual(others.sort());
});

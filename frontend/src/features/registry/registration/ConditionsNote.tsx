/** 登记条件 of a kind of body, before anything is typed: the least, what people judge, and how long it takes. */
import { Alert } from "antd";
import { yuan } from "@/ui/amounts";
import { Provenance } from "@/ui/Provenance";
import { kinds } from "../organisation/messages";
import { lawOf } from "./DocumentFields";
import { membersOf } from "./kindWords";
import type { Conditions, Material } from "./queries";

const SHOWN = { marginBlockEnd: 16 };

export function ConditionsNote({ kind, law }: { kind: Material["kind"]; law: Conditions }) {
  const own = lawOf(kind, law);
  if (!own) return null;
  const { least, in_community: fewer, article } = own;
  const isFewer = fewer.members < least.members || fewer.funds_fen < least.funds_fen;
  return (
    <Alert
      type="info"
      role="note"
      style={SHOWN}
      title={`${kinds[kind]}的登记条件（${article}）`}
      description={
        <>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            <li>{membersOf[kind]} {least.members} 人以上，注册资金 {yuan(least.funds_fen)} 元以上</li>
            {isFewer && <li>活动范围在一个村（社区）的：{fewer.members} 人以上，{yuan(fewer.funds_fen)} 元以上</li>}
            {own.conditions.map((one) => <li key={one}>{one}</li>)}
            <li>提交后 {law.accept_within} 个工作日内受理，受理后 {law.decide_within} 个工作日内决定</li>
          </ul>
          <Provenance source={law.source} note={law.assumption ? "含假设" : undefined} />
        </>
      }
    />
  );
}

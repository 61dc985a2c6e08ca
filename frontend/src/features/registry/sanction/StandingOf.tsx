/** 资格与处理 of an organisation: its standing on a day and why, and every sanction that was imposed. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { DayInput } from "@/ui/DayInput";
import { Facts } from "@/ui/Facts";
import { OnlyFor } from "@/ui/OnlyFor";
import { lastDay } from "@/ui/periods";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import type { Organisation } from "../organisation/queries";
import { registrars } from "../roles";
import { GroundTitle } from "./GroundTitle";
import { sanctionsOf, standing, type Sanction, type Standing } from "./queries";
import { measures, sanctionStates, standings } from "./states";

type Reason = Standing["reasons"][number];

const days = ({ since, until }: Reason) => [since && `自 ${since}`, until && `至 ${lastDay(until)}`].filter(Boolean).join(" ");

const reasonsOf = ({ reasons }: Standing) => reasons.map((one) => <span key={one.code + (one.since ?? "")} style={{ display: "block" }}>{one.title} <span className="figures muted">{days(one)}</span></span>);

function StandingOn({ id }: { id: string }) {
  const [on, ask] = useState<string>();
  return (
    <>
      <div style={{ maxWidth: 180, marginBlockEnd: 16 }}>
        <label htmlFor="standing-on">哪一天的资格</label>
        <DayInput id="standing-on" value={on} onChange={ask} />
      </div>
      <Answered query={useQuery(standing(id, on))} rows={2}>
        {(told) => (
          <Facts
            facts={[
              { label: "资格状态", value: <><StateTag states={standings} state={told.standing} /> <span className="figures muted">{told.on}</span></> },
              { label: "承接政府购买服务", value: told.may_bid ? "可以投标" : "不能投标" },
              ...(told.reasons.length > 0 ? [{ label: "理由", value: reasonsOf(told), wide: true }] : []),
            ]}
          />
        )}
      </Answered>
    </>
  );
}

function SanctionsOf({ id }: { id: string }) {
  return (
    <Answered query={useQuery(sanctionsOf(id))}>
      {({ items }) => (
        <WideTable<Sanction>
          label="处理"
          dataSource={items}
          locale={{ emptyText: "没有处理记录" }}
          columns={[
            { title: "决定文号", render: (_document: unknown, one) => <Link to={`/registry/sanctions/${one.id}`}>{one.document}</Link> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={sanctionStates} state={state} /> },
            { title: "处理", render: (_measure: unknown, { measure }) => measures[measure] },
            { title: "事由", render: (_ground: unknown, one) => <GroundTitle of={one} /> },
            { title: "自", dataIndex: "starts_on", className: "figures" },
            { title: "至", render: (_end: unknown, { ends_on }) => lastDay(ends_on) ?? "解除为止", className: "figures" },
            { title: "解除日期", render: (_lifted: unknown, { lifted_on }) => lifted_on ?? "—", className: "figures" },
          ]}
        />
      )}
    </Answered>
  );
}

export function StandingOf({ of: { id, state } }: { of: Organisation }) {
  const stands = state === "filed" || state === "registered";
  return (
    <>
      <StandingOn id={id} />
      {stands && <OnlyFor roles={registrars}><p><Link to={`/registry/sanctions/new?organisation_id=${id}`}><Button>作出处理</Button></Link></p></OnlyFor>}
      <SanctionsOf id={id} />
    </>
  );
}

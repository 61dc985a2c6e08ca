/** 结对: a social worker for the team that the address names. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useSearchParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { DayInput } from "@/ui/DayInput";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { team, type Team } from "../team/queries";
import { CandidateChoice } from "./CandidateChoice";
import { start, type Pairing, type Starting } from "./queries";

type Values = Omit<Starting, "team_id">;

const labels = { social_worker_id: "社工", starts_on: "结对日期" };

function Loaded({ of: { id, name, members, state } }: { of: Team }) {
  if (state !== "active") return <EmptyState page title="队伍已解散" advice={`“${name}”已解散，不能再结对。`} />;
  return (
    <FormPage<Values, Pairing>
      title={`结对社工：${name}`}
      advice={`队员 ${members} 人。以下按合适程度排列，都是登记有效、在岗、跨度未满的社工。`}
      draft={`volunteers/pairing/new/${id}`}
      labels={labels}
      submit={(values) => start({ ...values, team_id: id })}
      done={(made) => `/volunteers/pairings/${made.id}`}
      act="结对"
    >
      <Form.Item name="social_worker_id" label={labels.social_worker_id} rules={[{ required: true, message: "请选择社工" }]}><CandidateChoice team_id={id} /></Form.Item>
      <Form.Item name="starts_on" label={labels.starts_on} extra="不填即今日；补登已有的结对，填实际开始的日子"><DayInput /></Form.Item>
    </FormPage>
  );
}

export default function PairingForm() {
  const id = useSearchParams()[0].get("team_id");
  const asked = useQuery({ ...team(id ?? ""), enabled: id !== null });
  if (!id) return <EmptyState page title="请从志愿服务队进入" advice="结对属于一支队伍：打开队伍，选“结对社工”。" />;
  return <Answered query={asked} rows={6}>{(of) => <Loaded of={of} />}</Answered>;
}

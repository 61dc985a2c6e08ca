/** 修改志愿服务队信息; area and organisation stay. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { revise, team, type Revision, type Team } from "./queries";
import { TeamFields, teamLabels } from "./TeamFields";

function Loaded({ of: { id, version, name, field, description } }: { of: Team }) {
  return (
    <FormPage<Revision, Team>
      title={`修改：${name}`}
      draft={`volunteers/team/${id}`}
      labels={teamLabels}
      initial={{ name, field, description }}
      version={version}
      submit={(values, seen) => revise(id, seen, { ...values, name: values.name.trim(), description: values.description ?? "" })}
      done={() => `/volunteers/teams/${id}`}
      act="保存"
    >
      <TeamFields />
    </FormPage>
  );
}

export default function TeamRevision() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(team(id))} rows={6}>{(of) => <Loaded of={of} />}</Answered>;
}

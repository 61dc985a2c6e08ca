/** Sign-ups of an opportunity, an activity or a volunteer. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Moment } from "@/ui/Moment";
import { StateTag } from "@/ui/StateTag";
import { ActivityTitle } from "../ActivityTitle";
import { OnlyOf } from "../OnlyOf";
import { VolunteerName } from "../PersonName";
import { Span } from "../Span";
import { signups, type Signup, type SignupQuery } from "./queries";
import { signupStates, waitingNumberOf } from "./states";

const filters: Filter<SignupQuery>[] = [{ name: "state", label: "状态", kind: "select", options: choices(signupStates) }];

const columns: Column<Signup>[] = [
  { key: "volunteer", title: "志愿者", value: ({ volunteer_id }) => <VolunteerName id={volunteer_id} /> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={signupStates} state={state} /> },
  { key: "waiting", title: "候补", value: waitingNumberOf, number: true },
  { key: "title", title: "活动", value: ({ title }) => title },
  { key: "role", title: "岗位", value: ({ role_name }) => role_name },
  { key: "when", title: "活动时间", value: (signup) => <Span of={signup} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} />, extra: true },
  { key: "signed_up_at", title: "报名时间", value: ({ signed_up_at }) => <Moment at={signed_up_at} /> },
];

export default function SignupList() {
  const [params] = useSearchParams();
  return (
    <>
      <OnlyOf by="activity_id">{(id) => <>只列“<ActivityTitle id={id} />”的报名</>}</OnlyOf>
      <OnlyOf by="volunteer_id">{(id) => <>只列 <VolunteerName id={id} /> 的报名</>}</OnlyOf>
      <OnlyOf by="opportunity_id">{() => "只列一个岗位的报名"}</OnlyOf>
      <ListPage
        title="志愿者报名"
        list={signups}
        columns={columns}
        filters={filters}
        fixed={fixedBy<SignupQuery>(params, ["activity_id", "volunteer_id", "opportunity_id"])}
        open={({ id }) => `/volunteers/signups/${id}`}
        empty={{ title: "还没有报名", advice: "志愿者在手机端报名后列在这里；名额满后依次候补。" }}
      />
    </>
  );
}

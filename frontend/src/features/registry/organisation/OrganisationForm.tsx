/** 起草备案: a new filing of a community organisation. */
import { useQuery } from "@tanstack/react-query";
import { Form, Skeleton } from "antd";
import { me } from "@/api/session";
import { AreaSelect } from "@/ui/AreaSelect";
import { FormPage } from "@/ui/FormPage";
import { declared, newPerson, personal } from "./InitiatorsEditor";
import { OrganisationFields } from "./OrganisationFields";
import { draft, type Declaration, type Organisation } from "./queries";

export default function OrganisationForm() {
  const { data: account, isPending } = useQuery({ ...me, staleTime: Infinity });
  if (isPending) return <Skeleton active={false} paragraph={{ rows: 10 }} />;
  // A community's clerk files for that community and need not choose it.
  const own = account?.grants.find(({ role }) => role === "community_officer")?.area_id;
  return (
    <FormPage<Declaration, Organisation>
      title="起草备案"
      advice="保存为草稿，核对后再提交；由镇街受理审查，准予备案或退回补正。"
      draft="registry/organisation/new"
      secret={personal}
      initial={{ area_id: own, kind: "social_association", initiators: [newPerson] as Declaration["initiators"] }}
      submit={(values) => draft({ ...values, initiators: values.initiators.map(declared) })}
      done={({ id }) => `/registry/organisations/${id}`}
      act="保存草稿"
    >
      <Form.Item name="area_id" label="所在村（社区）" rules={[{ required: true, message: "请选择村（社区）" }]}><AreaSelect /></Form.Item>
      <OrganisationFields />
    </FormPage>
  );
}

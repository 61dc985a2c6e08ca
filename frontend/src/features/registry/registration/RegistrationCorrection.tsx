/** 补正: the material declared anew, as the reason of the return asks. */
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { MaterialFields, materialLabels, noPerson, personal } from "./MaterialFields";
import { correct, registration, type Material, type Registration } from "./queries";

function Loaded({ of: record }: { of: Registration }) {
  const { id, name, kind, category, venue, business_scope, members, funds_fen } = record;
  return (
    <FormPage<Material, Registration>
      title={`补正登记申请：${name}`}
      advice={record.returned_because ? `退回意见：${record.returned_because}` : "补正后重新提交，受理期限重新计算。"}
      draft={`registry/registration/${id}/correction`}
      secret={personal}
      version={record.version}
      labels={materialLabels}
      initial={{ name, kind, category, venue, business_scope, members, funds_fen, representative: noPerson }}
      submit={(values, version) => correct({ id, version }, values)}
      done={() => `/registry/registrations/${id}`}
      act="补正后重新提交"
    >
      <Alert type="info" role="note" style={{ marginBlockEnd: 16 }} title={`为保护个人信息，法定代表人（${record.representative}）的姓名和证件号码不回填，请重新填写。`} />
      <MaterialFields />
    </FormPage>
  );
}

export default function RegistrationCorrection() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(registration(id))} rows={10}>{(record) => <Loaded of={record} />}</Answered>;
}

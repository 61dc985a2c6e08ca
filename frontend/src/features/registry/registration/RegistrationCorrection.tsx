/** 补正: the material declared anew, as the reason of the return asks. */
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { given, givenBefore, type Declared } from "./DocumentFields";
import { MaterialFields, materialLabels, noPerson, personal } from "./MaterialFields";
import { conditions, correct, registration, type Conditions, type Material, type Registration } from "./queries";

function Loaded({ of: record, law }: { of: Registration; law: Conditions }) {
  const { id, name, kind, category, venue, business_scope, members, funds_fen } = record;
  return (
    <FormPage<Declared<Material>, Registration>
      title={`补正登记申请：${name}`}
      advice={record.returned_because ? `退回意见：${record.returned_because}` : "补正后重新提交，受理期限重新计算。"}
      draft={`registry/registration/${id}/correction`}
      secret={personal}
      version={record.version}
      labels={materialLabels}
      initial={{ name, kind, category, venue, business_scope, members, funds_fen, representative: noPerson, documents: givenBefore(kind, record.documents, law) }}
      submit={(values, version) => correct({ id, version }, { ...values, documents: given(values, law) })}
      done={() => `/registry/registrations/${id}`}
      act="补正后重新提交"
    >
      <Alert type="info" role="note" style={{ marginBlockEnd: 16 }} title={`为保护个人信息，法定代表人（${record.representative}）的姓名和证件号码不回填，请重新填写。`} />
      <MaterialFields law={law} />
    </FormPage>
  );
}

export default function RegistrationCorrection() {
  const { id = "" } = useParams();
  const law = useQuery(conditions);
  return <Answered query={useQuery(registration(id))} rows={10}>{(record) => <Answered query={law} rows={10}>{(said) => <Loaded of={record} law={said} />}</Answered>}</Answered>;
}

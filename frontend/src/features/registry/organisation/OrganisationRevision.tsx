/** 修改备案材料: of a draft, or of a filing returned for correction. */
import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { declared, personal } from "./InitiatorsEditor";
import { initiatorKinds } from "./messages";
import { OrganisationFields, organisationLabels } from "./OrganisationFields";
import { organisation, revise, type InitiatorIn, type Organisation, type Revision } from "./queries";

/** Persons' names and numbers are never sent back to a browser, so their rows begin empty; credit codes are public. */
const asked = ({ kind, name, uscc }: Organisation["initiators"][number]) =>
  (kind === "natural" ? { kind, id_type: "resident_id" } : { kind, name, uscc }) as InitiatorIn;

function Loaded({ of: record }: { of: Organisation }) {
  const { id, name, kind, category, venue, members, initiators } = record;
  const persons = initiators.filter((one) => one.kind === "natural");
  return (
    <FormPage<Revision, Organisation>
      title={`修改 ${name}`}
      advice={record.returned_because ? `退回意见：${record.returned_because}` : "所在村（社区）不能修改；修改后仍是草稿，需再提交备案。"}
      draft={`registry/organisation/${id}/revision`}
      secret={personal}
      version={record.version}
      labels={organisationLabels}
      initial={{ name, kind, category, venue, members, initiators: initiators.map(asked) }}
      submit={(values, version) => revise({ id, version }, { ...values, initiators: values.initiators.map(declared) })}
      done={() => `/registry/organisations/${id}`}
      act="保存修改"
    >
      {persons.length > 0 && (
        <Alert
          type="info"
          style={{ marginBlockEnd: 16 }}
          title={`为保护个人信息，已登记的${initiatorKinds.natural}姓名和证件号码不回填，请重新填写：${persons.map((person) => person.name).join("、")}`}
        />
      )}
      <OrganisationFields />
    </FormPage>
  );
}

export default function OrganisationRevision() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(organisation(id))} rows={10}>{(record) => <Loaded of={record} />}</Answered>;
}

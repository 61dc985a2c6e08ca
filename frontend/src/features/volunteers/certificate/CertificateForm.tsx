/** 直接出具: of one volunteer's confirmed hours with one organiser. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Radio } from "antd";
import { useSearchParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { DayInput } from "@/ui/DayInput";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { Hours } from "@/ui/Hours";
import { VolunteerName } from "../PersonName";
import { EntriesOf } from "./EntriesOf";
import { IssuerName } from "./IssuerName";
import { issueAtOnce, organisers, type Certificate, type IssueIn, type Organiser } from "./queries";
import { SignatoryFields } from "./SignatoryFields";

type Values = Omit<IssueIn, "volunteer_id" | "organisation_id" | "area_id"> & { organiser: string };

const chosen = (what: string) => [{ required: true, message: `请选择${what}` }];
const valueOf = ({ organisation_id, area_id }: Organiser) => (organisation_id ? `organisation_id ${organisation_id}` : `area_id ${area_id}`);

function asked({ organiser, ...values }: Values, volunteer_id: string): IssueIn {
  const [by, id] = organiser.split(" ");
  const named = (name: string) => (by === name ? id : null);
  return { ...values, volunteer_id, organisation_id: named("organisation_id"), area_id: named("area_id") };
}

/** Follows what is chosen above it. */
function Certified({ id }: { id: string }) {
  const form = Form.useFormInstance<Values>();
  const [organiser, from_on, to_on] = [Form.useWatch("organiser", form), Form.useWatch("from_on", form), Form.useWatch("to_on", form)] as (string | undefined)[];
  if (!organiser || !from_on || !to_on) return null;
  const [by, of] = organiser.split(" ");
  return (
    <Form.Item label="将要证明的时长">
      <EntriesOf asked={{ volunteer_id: id, from_on, to_on, ...(by === "area_id" ? { area_id: of } : { organisation_id: of }) }} />
    </Form.Item>
  );
}

function Loaded({ id, all }: { id: string; all: Organiser[] }) {
  const [first] = all;
  return (
    <FormPage<Values, Certificate>
      title="出具志愿服务证明"
      advice={<>志愿者 <VolunteerName id={id} />。谁组织、谁记录、谁证明：只有组织活动的单位可以出具；时长取账本中已确认的条目，不能改写。</>}
      draft={`volunteers/certificates/${id}`}
      secret={["head", "handler", "contact"]}
      initial={first && { organiser: valueOf(first), from_on: first.from_on, to_on: first.to_on }}
      submit={(values) => issueAtOnce(asked(values, id))}
      done={({ id: made }) => `/volunteers/certificates/${made}`}
      act="出具证明"
    >
      <Form.Item name="organiser" label="出具单位" rules={chosen("出具单位")}>
        <Radio.Group style={{ display: "grid", gap: 8 }}>
          {all.map((one) => (
            <Radio key={valueOf(one)} value={valueOf(one)}>
              {one.name ?? <IssuerName of={one} />}{one.organisation_id === null && "（自办活动）"} <span className="muted"><Hours minutes={one.minutes} /></span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="from_on" label="起始日期" rules={chosen("起始日期")}><DayInput /></Form.Item>
      <Form.Item name="to_on" label="截止日期" rules={chosen("截止日期")}><DayInput /></Form.Item>
      <Certified id={id} />
      <Form.Item name="purpose" label="用途（选填）"><Input maxLength={100} /></Form.Item>
      <SignatoryFields />
    </FormPage>
  );
}

export default function CertificateForm() {
  const id = useSearchParams()[0].get("volunteer_id");
  const known = useQuery({ ...organisers(id ?? ""), enabled: id !== null });
  if (!id) return <EmptyState page title="请从志愿者进入" advice="打开志愿者页面，在“证明”中出具。" />;
  return (
    <Answered query={known}>
      {(all) => all.length === 0 ? <EmptyState page title="没有可以证明的时长" advice="辖区内还没有此人已确认的时长。" /> : <Loaded id={id} all={all} />}
    </Answered>
  );
}

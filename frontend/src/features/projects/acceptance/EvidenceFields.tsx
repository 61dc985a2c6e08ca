/** What is said for each piece of evidence that the contract names for a stage. */
import { Form, Input } from "antd";
import type { Evidence } from "./queries";

/** By the place of the piece in the stage's list. */
export interface EvidenceValues {
  evidence: { text: string }[];
}

/** In the order of the contract, so that the service's pointers find the fields again; files shown before stay. */
export const shown = (names: string[], { evidence }: EvidenceValues, before: Evidence[] = []): Evidence[] =>
  names.map((name, place) => ({
    name,
    text: evidence[place]?.text ?? "",
    attachment_ids: before.find((one) => one.name === name)?.attachment_ids ?? [],
  }));

export function EvidenceFields({ names }: { names: string[] }) {
  return (
    <>
      {names.map((name, place) => (
        <Form.Item key={name} name={["evidence", place, "text"]} label={name} rules={[{ required: true, whitespace: true, min: 2, message: "请说明这项材料" }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} placeholder="写明完成情况、数量和存放处" />
        </Form.Item>
      ))}
    </>
  );
}

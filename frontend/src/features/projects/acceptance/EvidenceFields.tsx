/** What is said and shown for each piece of evidence that the contract names for a stage. */
import { Form, Input } from "antd";
import { Fragment } from "react";
import { FilesItem } from "@/ui/FilesItem";
import type { Evidence } from "./queries";

/** By the place of the piece in the stage's list. */
export interface EvidenceValues {
  evidence: { text: string; attachment_ids?: string[] }[];
}

/** In the order of the contract, so that the service's pointers find the fields again. */
export const shown = (names: string[], { evidence }: EvidenceValues): Evidence[] =>
  names.map((name, place) => ({
    name,
    text: evidence[place]?.text ?? "",
    attachment_ids: evidence[place]?.attachment_ids ?? [],
  }));

export function EvidenceFields({ names }: { names: string[] }) {
  return (
    <>
      {names.map((name, place) => (
        <Fragment key={name}>
          <Form.Item name={["evidence", place, "text"]} label={name} rules={[{ required: true, whitespace: true, min: 2, message: "请说明这项材料" }]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} placeholder="写明完成情况、数量和存放处" />
          </Form.Item>
          <FilesItem service="projects" name={["evidence", place, "attachment_ids"]} label={`“${name}”的附件`} />
        </Fragment>
      ))}
    </>
  );
}

/** Every document that the law names for a kind of body: its files or, where none fits, a note that says why. */
import { Form, Input } from "antd";
import { Fragment } from "react";
import { FilesItem } from "@/ui/FilesItem";
import type { Conditions, Document, Material } from "./queries";

/** By the place of the document in the list of the kind. */
export type Given = Pick<Document, "note" | "attachment_ids">;

/** What is typed: the documents have no names of their own. */
export type Declared<Body extends Material> = Omit<Body, "documents"> & { documents?: (Given | undefined)[] };

export const lawOf = (kind: Material["kind"], { items }: Conditions) => items.find((one) => one.kind === kind);

/** In the order of the law, so that the service's pointers find the fields again. */
export function given<Body extends Material>(values: Declared<Body>, law: Conditions): Document[] {
  const names = lawOf(values.kind, law)?.documents ?? [];
  return names.map((name, place) => ({
    name,
    note: values.documents?.[place]?.note ?? "",
    attachment_ids: values.documents?.[place]?.attachment_ids ?? [],
  }));
}

/** As an application gave them before, in the order of the law of today. */
export const givenBefore = (kind: Material["kind"], documents: Document[], law: Conditions) =>
  (lawOf(kind, law)?.documents ?? []).map((name): Given => {
    const { note = "", attachment_ids = [] } = documents.find((one) => one.name === name) ?? {};
    return { note, attachment_ids };
  });

const isGiven = ({ note, attachment_ids }: Given) => (note ?? "").trim() !== "" || (attachment_ids ?? []).length > 0;

export function DocumentFields({ names }: { names: string[] }) {
  return (
    <>
      {names.map((name, place) => (
        <Fragment key={name}>
          <FilesItem service="registry" name={["documents", place, "attachment_ids"]} label={name} />
          <Form.Item
            name={["documents", place, "note"]}
            label={`“${name}”的说明`}
            dependencies={[["documents", place, "attachment_ids"]]}
            rules={[({ getFieldValue }) => ({
              validator: (_rule, note?: string) =>
                isGiven({ note: note ?? "", attachment_ids: (getFieldValue(["documents", place, "attachment_ids"]) as string[] | undefined) ?? [] })
                  ? Promise.resolve()
                  : Promise.reject(new Error("请上传文件，或说明为什么没有文件")),
            })]}
          >
            <Input.TextArea autoSize={{ minRows: 1 }} maxLength={500} placeholder="没有文件的，在这里说明" />
          </Form.Item>
        </Fragment>
      ))}
    </>
  );
}

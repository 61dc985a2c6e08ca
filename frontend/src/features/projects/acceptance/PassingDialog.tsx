/** 通过验收: with the opinion of who inspected; the stage's payment follows from the residents' answers. */
import { Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import type { Stage } from "../contract/queries";
import { millionths } from "../ppm";
import { cautionsOf } from "./cautions";
import { pass, type Acceptance, type Passing } from "./queries";

interface Props {
  act: string;
  acceptance: Acceptance;
  stage: Stage | undefined;
  onClose: () => void;
}

const paid = ({ survey }: Acceptance) =>
  survey && survey.share_ppm !== null ? `按居民满意度，本阶段应付 ${millionths(survey.share_ppm)}。` : "答卷太少，应付比例随后由两人决定。";

export function PassingDialog({ act, acceptance, stage, onClose }: Props) {
  const cautions = cautionsOf(acceptance, stage);
  const attention = cautions.length > 0 ? `请留意：${cautions.join("；")}。仍要通过的，在意见中写明理由。` : "";
  return (
    <ActDialog<Passing> act={act} advice={`${attention}${paid(acceptance)}通过后不能撤回，款项随即列入应付。`} submit={(values) => pass(acceptance, values)} onClose={onClose}>
      <Form.Item name="opinion" label="验收意见" rules={[{ required: true, whitespace: true, min: 2, message: "请写明验收意见" }]}>
        <Input.TextArea rows={5} maxLength={5000} showCount autoFocus />
      </Form.Item>
    </ActDialog>
  );
}

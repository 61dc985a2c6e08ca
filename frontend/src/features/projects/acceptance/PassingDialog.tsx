/** 通过验收: with the opinion of who inspected; the stage's payment follows from the residents' answers. */
import { Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { yuan } from "@/ui/amounts";
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

/** What the sum is made of: the service alone reckons it, once passed. */
function paid({ survey }: Acceptance, stageFen: number | undefined) {
  if (!survey || survey.share_ppm === null) return `答卷太少，应付比例随后由两人决定${stageFen === undefined ? "" : `，最多 ${yuan(stageFen)} 元`}。`;
  return `按居民满意度，本阶段应付${stageFen === undefined ? "" : ` ${yuan(stageFen)} 元`}的 ${millionths(survey.share_ppm)}。`;
}

export function PassingDialog({ act, acceptance, stage, onClose }: Props) {
  const cautions = cautionsOf(acceptance, stage);
  const attention = cautions.length > 0 ? `请留意：${cautions.join("；")}。仍要通过的，在意见中写明理由。` : "";
  return (
    <ActDialog<Passing> act={act} advice={`${attention}${paid(acceptance, stage?.amount_fen)}通过后不能撤回，款项随即列入应付。`} submit={(values) => pass(acceptance, values)} onClose={onClose}>
      <Form.Item name="opinion" label="验收意见" rules={[{ required: true, whitespace: true, min: 2, message: "请写明验收意见" }]}>
        <Input.TextArea rows={5} maxLength={5000} showCount autoFocus />
      </Form.Item>
    </ActDialog>
  );
}

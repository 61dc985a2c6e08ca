/** What is offered: the amount, and how the service will be done. */
import { Form, Input } from "antd";
import { FilesItem } from "@/ui/FilesItem";
import { MoneyInput } from "@/ui/MoneyInput";
import { within } from "@/ui/within";

export const bidLabels = { amount_fen: "报价", plan: "服务方案", attachment_ids: "投标附件" };

export function BidFields() {
  return (
    <>
      <Form.Item name="amount_fen" label={bidLabels.amount_fen} extra="不超过最高限价" rules={[{ required: true, message: "请填写报价" }, within(1)]}><MoneyInput /></Form.Item>
      <Form.Item name="plan" label={bidLabels.plan} extra="对照采购需求和评审因素逐项写明；开标后供评审专家评分" rules={[{ required: true, whitespace: true, min: 10, message: "请写明服务方案，至少十个字" }]}>
        <Input.TextArea autoSize={{ minRows: 10 }} maxLength={20_000} showCount />
      </Form.Item>
      <FilesItem service="projects" name="attachment_ids" label={bidLabels.attachment_ids} />
      <p className="muted">登记证书、完整方案、人员和业绩证明等；与报价一同密封，开标前只有本组织能下载，开标后采购经办和评审小组可以下载。</p>
    </>
  );
}

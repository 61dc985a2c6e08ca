/** 组成评审小组: chosen from the experts of the area; whoever stays keeps what they declared. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { Answered } from "@/ui/Answered";
import { StaffName } from "@/ui/StaffName";
import type { Purchase } from "../purchase/queries";
import { useMethod } from "../purchase/useMethod";
import { appoint, experts, panelOf } from "./queries";

interface Props {
  act: string;
  purchase: Purchase;
  onClose: () => void;
}

const MOST = 15;

export function PanelDialog({ act, purchase, onClose }: Props) {
  const panel = useQuery(panelOf(purchase.id));
  const known = useQuery(experts);
  const rule = useMethod(purchase.method);
  if (panel.data === undefined && !panel.error) return null;
  return (
    <Answered query={panel}>
      {(present) => (
        <ActDialog<{ expert_ids: string[] }>
          act={act}
          advice={`人数应为单数，不少于${rule ? ` ${rule.panel} 人` : "采购方式要求的人数"}。应当回避的专家须换下。`}
          initial={{ expert_ids: present.filter(({ conflicted }) => !conflicted).map(({ account_id }) => account_id) }}
          submit={({ expert_ids }) => appoint(purchase, expert_ids)}
          onClose={onClose}
        >
          <Form.Item
            name="expert_ids"
            label="评审专家"
            extra="本级和上级的专家；不在名单中的，由安全管理员先授予专家角色"
            rules={[{ required: true, message: "请选择评审专家" }]}
          >
            <Select<string[]>
              mode="multiple"
              maxCount={MOST}
              placeholder="输入姓名查找"
              loading={known.isFetching}
              showSearch={{ optionFilterProp: "label" }}
              options={known.data?.map(({ id, name }) => ({ value: id, label: name }))}
              // One appointed earlier may have left the list since.
              labelRender={({ label, value }) => label ?? <StaffName id={String(value)} />}
            />
          </Form.Item>
        </ActDialog>
      )}
    </Answered>
  );
}

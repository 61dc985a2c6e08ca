/** 组成评审小组: names the accounts of its experts; whoever stays keeps what they declared. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { Answered } from "@/ui/Answered";
import { StaffName } from "@/ui/StaffName";
import type { Purchase } from "../purchase/queries";
import { appoint, panelOf } from "./queries";

interface Props {
  act: string;
  purchase: Purchase;
  onClose: () => void;
}

const MOST = 15;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function PanelDialog({ act, purchase, onClose }: Props) {
  const panel = useQuery(panelOf(purchase.id));
  if (panel.data === undefined && !panel.error) return null;
  return (
    <Answered query={panel}>
      {(present) => (
        <ActDialog<{ expert_ids: string[] }>
          act={act}
          advice="人数应为单数，不少于采购方式要求的人数。应当回避的专家须换下。"
          initial={{ expert_ids: present.filter(({ conflicted }) => !conflicted).map(({ account_id }) => account_id) }}
          submit={({ expert_ids }) => appoint(purchase, expert_ids)}
          onClose={onClose}
        >
          <Form.Item
            name="expert_ids"
            label="专家账号"
            extra="粘贴专家的账号编号后按回车；编号由系统管理员在“账号与授权”中提供"
            rules={[
              { required: true, message: "请填写专家账号" },
              { validator: (_rule, ids: string[] = []) => (ids.every((id) => ID.test(id)) ? Promise.resolve() : Promise.reject(new Error("有编号不是账号编号"))) },
            ]}
          >
            <Select<string[]>
              mode="tags"
              open={false}
              maxCount={MOST}
              tokenSeparators={[",", "，", " ", "\n"]}
              placeholder="账号编号"
              labelRender={({ value }) => (ID.test(String(value)) ? <StaffName id={String(value)} /> : String(value))}
            />
          </Form.Item>
        </ActDialog>
      )}
    </Answered>
  );
}

/** The roles of an account, in force or given for later, each to be taken back by its own button. */
import { ActionButtons } from "@/ui/ActionButtons";
import { ShortAreaName } from "@/ui/AreaName";
import { OrganisationName } from "@/ui/OrganisationName";
import { lastDay } from "@/ui/periods";
import { WideTable } from "@/ui/WideTable";
import { roles } from "./messages";
import type { Account, Grant } from "./queries";

export function Grants({ account: { grants, version } }: { account: Account }) {
  return (
    <WideTable<Grant>
      dataSource={grants}
      label="角色"
      locale={{ emptyText: "还没有角色；由安全管理员授予" }}
      columns={[
        { title: "角色", render: (_role: unknown, { role }) => roles[role] },
        { title: "片区", render: (_area: unknown, { area_id }) => <ShortAreaName id={area_id} /> },
        { title: "组织", render: (_one: unknown, { organisation_id }) => (organisation_id ? <OrganisationName id={organisation_id} /> : "—") },
        { title: "生效日期", dataIndex: "valid_from", className: "figures" },
        { title: "最后一日", render: (_end: unknown, { valid_to }) => lastDay(valid_to) ?? "长期", className: "figures" },
        { title: "", render: (_acts: unknown, { actions }) => <ActionButtons record={{ actions, version }} inRow /> },
      ]}
    />
  );
}

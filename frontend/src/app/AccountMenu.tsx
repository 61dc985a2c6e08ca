/** Who I am, in which post; language and signing out. */
import { DownOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { me, signOut } from "@/api/session";
import { useLanguage, useMessages, type Bilingual } from "@/ui/language";
import { roleNames } from "@/ui/roles";
import { messages } from "./messages";
import { OwnPasswordDialog } from "./OwnPasswordDialog";
import { useAccount } from "./session";
import styles from "./AccountMenu.module.css";

export function AccountMenu() {
  const t = useMessages(messages);
  const { language, choose } = useLanguage();
  const account = useAccount();
  const queries = useQueryClient();
  const [changing, change] = useState(false);
  const names: Record<string, Bilingual> = roleNames;

  async function leave() {
    await signOut();
    queries.clear();
    queries.setQueryData(me.queryKey, null);
  }

  const posts = account.grants.map(({ role, area_id, area_name }) => ({
    key: `${role} ${area_id}`,
    disabled: true,
    label: `${names[role]?.[language] ?? role} · ${area_name}`,
  }));
  const acts = [
    { key: "language", label: t.otherLanguage, onClick: () => choose(language === "zh" ? "en" : "zh") },
    ...(account.kind === "staff" ? [{ key: "password", label: t.changePassword, onClick: () => change(true) }] : []),
    { key: "leave", label: t.signOut, onClick: () => void leave() },
  ];
  return (
    <div className={styles.account}>
      <Dropdown trigger={["click"]} menu={{ items: [...posts, { type: "divider" }, ...acts] }}>
        <Button type="text">{account.display_name}<DownOutlined aria-hidden /></Button>
      </Dropdown>
      {changing && <OwnPasswordDialog onClose={() => change(false)} />}
    </div>
  );
}

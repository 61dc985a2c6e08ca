/** Who I am, in which post; language and signing out. */
import { DownOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { me, signOut } from "@/api/session";
import { useLanguage, useMessages } from "@/ui/language";
import { messages, roleNames } from "./messages";
import { useAccount } from "./session";
import styles from "./AccountMenu.module.css";

export function AccountMenu() {
  const t = useMessages(messages);
  const { language, choose } = useLanguage();
  const account = useAccount();
  const queries = useQueryClient();

  async function leave() {
    await signOut();
    queries.clear();
    queries.setQueryData(me.queryKey, null);
  }

  const posts = account.grants.map(({ role, area_id, area_name }) => ({
    key: `${role} ${area_id}`,
    disabled: true,
    label: `${roleNames[role]?.[language] ?? role} · ${area_name}`,
  }));
  return (
    <div className={styles.account}>
      <Button type="text" onClick={() => choose(language === "zh" ? "en" : "zh")} lang={language === "zh" ? "en" : "zh-CN"}>{t.otherLanguage}</Button>
      <Dropdown trigger={["click"]} menu={{ items: [...posts, { type: "divider" }, { key: "leave", label: t.signOut, onClick: () => void leave() }] }}>
        <Button type="text">{account.display_name}<DownOutlined aria-hidden /></Button>
      </Dropdown>
    </div>
  );
}

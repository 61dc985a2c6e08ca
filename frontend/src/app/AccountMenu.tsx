/** Who I am, in which role; the language of the frame, the own password and signing out. */
import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown, Modal } from "antd";
import { useState } from "react";
import { useSignOut } from "@/api/signOut";
import { useLanguage, useMessages, type Bilingual } from "@/ui/language";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { roleNames } from "@/ui/roles";
import { usePostName } from "@/ui/usePostName";
import { messages } from "./messages";
import { OwnPasswordDialog } from "./OwnPasswordDialog";
import { useAccount } from "./session";
import styles from "./AccountMenu.module.css";

export function AccountMenu() {
  const t = useMessages(messages);
  const { language, choose } = useLanguage();
  const account = useAccount();
  const placeOf = usePostName();
  const { signOut, leaving, problem } = useSignOut();
  const [read, setRead] = useState<unknown>(null);
  const [changing, change] = useState(false);
  const names: Record<string, Bilingual> = roleNames;

  const posts = account.grants.map(({ role, area_id, area_name }) => ({
    key: `${role} ${area_id}`,
    disabled: true,
    label: `${names[role]?.[language] ?? role} · ${placeOf(area_name)}`,
  }));
  const acts = [
    { key: "language", label: t.otherLanguage, onClick: () => choose(language === "zh" ? "en" : "zh") },
    ...(account.kind === "staff" ? [{ key: "password", label: t.changePassword, onClick: () => change(true) }] : []),
    { key: "leave", label: t.signOut, onClick: signOut },
  ];
  return (
    <div className={styles.account}>
      <Dropdown trigger={["click"]} menu={{ items: [...posts, { type: "divider" }, ...acts] }}>
        <Button type="text" loading={leaving}>{account.display_name}<DownOutlined aria-hidden /></Button>
      </Dropdown>
      {problem && problem !== read && (
        <Modal open title={t.notSignedOut} okText={t.signOut} cancelText={t.close} confirmLoading={leaving} onOk={signOut} onCancel={() => setRead(problem)}>
          <ProblemAlert error={problem} />
        </Modal>
      )}
      {changing && <OwnPasswordDialog onClose={() => change(false)} />}
    </div>
  );
}

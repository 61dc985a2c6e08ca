/** Signing in: staff by user name and password, others by phone code. */
import { useQueryClient } from "@tanstack/react-query";
import { Button, Tabs } from "antd";
import { Link, useNavigate, useSearchParams } from "react-router";
import { me } from "@/api/session";
import { useLanguage, useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { messages } from "./messages";
import { PasswordForm } from "./PasswordForm";
import { PhoneForm } from "./PhoneForm";
import styles from "./SignInPage.module.css";

/** Only a path of this site: `//elsewhere` would leave it. */
const safePath = (to: string | null) => (to && /^\/(?![/\\])/.test(to) ? to : "/");

export function SignInPage() {
  const t = useMessages(messages);
  const { language, choose } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [params] = useSearchParams();
  useTitle(t.signIn);

  async function enter() {
    await queries.resetQueries({ queryKey: me.queryKey });
    void navigate(safePath(params.get("to")), { replace: true });
  }

  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1>{t.signInTitle}</h1>
        <p className={styles.advice}>{t.signInAdvice}</p>
        <Tabs
          items={[
            { key: "staff", label: t.staff, children: <PasswordForm onSignedIn={enter} /> },
            { key: "phone", label: t.phone, children: <PhoneForm onSignedIn={enter} /> },
          ]}
        />
        <Link to="/public" className={styles.open}>{t.publicSpending}</Link>
        <Button type="link" className={styles.language} onClick={() => choose(language === "zh" ? "en" : "zh")} lang={language === "zh" ? "en" : "zh-CN"}>{t.otherLanguage}</Button>
      </div>
    </main>
  );
}

/** Me: who I am here, view and language, signing out. */
import { useQueryClient } from "@tanstack/react-query";
import { me, signOut } from "@/api/session";
import { useLanguage, useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { ElderSwitch } from "./ElderSwitch";
import { messages } from "./messages";
import { Page } from "./Page";
import { SignedIn } from "./SignedIn";

export default function MinePage() {
  const t = useMessages(messages);
  const { language, choose } = useLanguage();
  const queries = useQueryClient();
  useTitle(t.tabs.mine);

  async function leave() {
    await signOut();
    queries.clear();
    queries.setQueryData(me.queryKey, null);
  }

  return (
    <Page title={t.tabs.mine} beside={<ElderSwitch />}>
      <SignedIn>
        {(account) => (
          <>
            <h2>{account.display_name}</h2>
            <p><button type="button" className="act quiet" onClick={() => void leave()}>{t.signOut}</button></p>
          </>
        )}
      </SignedIn>
      <p><button type="button" className="act quiet" lang={language === "zh" ? "en" : "zh-CN"} onClick={() => choose(language === "zh" ? "en" : "zh")}>{t.otherLanguage}</button></p>
    </Page>
  );
}

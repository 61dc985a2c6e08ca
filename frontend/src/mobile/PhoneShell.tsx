/** The frame of the phone app: the page, what waits to be sent, the bottom bar. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { NavLink, Outlet } from "react-router";
import { me } from "@/api/session";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";
import { rememberAccount } from "./myself";
import { keepDelivering } from "./outbox";
import { OutboxNotice } from "./OutboxNotice";
import styles from "./PhoneShell.module.css";
import { tabs } from "./routes";
import { useScroll } from "./useScroll";

export function PhoneShell() {
  const t = useMessages(messages);
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  const queries = useQueryClient();
  useScroll();
  useEffect(() => {
    if (account === undefined) return;
    rememberAccount(account);
    return keepDelivering(account?.id ?? null, () => void queries.invalidateQueries());
  }, [account, queries]);
  return (
    <>
      <main className={styles.page}>
        <OutboxNotice />
        <Suspense><Outlet /></Suspense>
      </main>
      <nav aria-label={t.mainMenu} className={styles.bar}>
        {tabs.map(({ path, name, icon }) => (
          <NavLink key={name} to={path} end={path === "/"}>
            <svg viewBox="0 0 24 24" aria-hidden><path d={icon} /></svg>
            <span>{t.tabs[name]}</span>
          </NavLink>
        ))}
      </nav>
    </>
  );
}

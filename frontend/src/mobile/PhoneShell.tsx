/** The frame of the phone app: the page, what waits to be sent, the bottom bar. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { NavLink, Outlet } from "react-router";
import { DemoMark } from "@/ui/DemoMark";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";
import { holder } from "./myself";
import { keepDelivering } from "./outbox";
import { OutboxNotice } from "./OutboxNotice";
import styles from "./PhoneShell.module.css";
import { tabs } from "./routes";
import { usePageFocus } from "./usePageFocus";
import { useScroll } from "./useScroll";

/** Who is signed in need not be known again before what the last person wrote is sent: the server judges by the session. */
function useDelivery(): void {
  const { data: account } = useQuery(holder);
  const queries = useQueryClient();
  useEffect(() => keepDelivering(() => void queries.invalidateQueries()), [account?.id, queries]);
}

export function PhoneShell() {
  const t = useMessages(messages);
  const main = usePageFocus();
  useDelivery();
  useScroll();
  return (
    <>
      <main ref={main} tabIndex={-1} className={styles.page}>
        <DemoMark />
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

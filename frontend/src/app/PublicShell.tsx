/** The frame of what everybody may read without signing in. */
import { Suspense } from "react";
import { Link, Outlet, ScrollRestoration, useLocation } from "react-router";
import { DemoMark } from "@/ui/DemoMark";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";
import styles from "./PublicShell.module.css";

export function PublicShell() {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  const parts = [
    { to: "/public", label: t.announcements },
    { to: "/public/notices", label: t.notices },
    { to: "/public/results", label: t.results },
    { to: "/public/deliberations", label: t.deliberations },
    { to: "/public/star-notices", label: t.starNotices },
    { to: "/public/stars", label: t.stars },
  ];
  return (
    <>
      <a href="#page" className={styles.skip}>{t.skip}</a>
      <header className={styles.header}>
        <Link to="/public" className={styles.product}>{t.product}</Link>
        <DemoMark />
        <nav aria-label={t.publicMenu} className={styles.parts}>
          {parts.map(({ to, label }) => <Link key={to} to={to} aria-current={pathname === to ? "page" : undefined}>{label}</Link>)}
        </nav>
        <Link to="/">{t.officersApp}</Link>
      </header>
      <main id="page" tabIndex={-1} className={styles.page}><Suspense><Outlet /></Suspense></main>
      <ScrollRestoration />
    </>
  );
}

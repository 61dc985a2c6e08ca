/** The frame of every screen: header, menu by group, the page, to which the focus goes when another is opened. */
import { MenuOutlined } from "@ant-design/icons";
import { Button, Drawer } from "antd";
import { Suspense, useEffect, useRef, useState } from "react";
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { DemoMark } from "@/ui/DemoMark";
import { useMessages } from "@/ui/language";
import { useNarrow } from "@/ui/useNarrow";
import { usePostName } from "@/ui/usePostName";
import { AccountMenu } from "./AccountMenu";
import { messages } from "./messages";
import { SessionProvider, useAccount } from "./session";
import styles from "./Shell.module.css";
import { SideMenu } from "./SideMenu";

function Header({ onMenu }: { onMenu?: () => void }) {
  const t = useMessages(messages);
  const { grants } = useAccount();
  const placeOf = usePostName();
  const area = grants[0]?.area_name;
  return (
    <header className={styles.header}>
      {onMenu && <Button type="text" icon={<MenuOutlined />} aria-label={t.menu} onClick={onMenu} />}
      <Link to="/" className={styles.product}>{t.product}</Link>
      <DemoMark />
      {area && <span className={styles.area}>{placeOf(area)}</span>}
      <AccountMenu />
    </header>
  );
}

/** Who cannot see the screen hears by this that it is another one; a list that has taken the focus back to its row keeps it. */
function useFocusOnOpening() {
  const { pathname } = useLocation();
  const page = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    const isRow = page.current?.contains(document.activeElement) && document.activeElement?.matches("[data-row]");
    if (shown.current !== pathname && !isRow) page.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [pathname]);
  return page;
}

function Frame() {
  const t = useMessages(messages);
  const narrow = useNarrow();
  const [menuOpen, setMenuOpen] = useState(false);
  const page = useFocusOnOpening();
  const moving = useNavigation().state === "loading";
  return (
    <>
      <a href="#page" className={styles.skip} onClick={() => page.current?.focus()}>{t.skip}</a>
      <Header onMenu={narrow ? () => setMenuOpen(true) : undefined} />
      <div className={styles.body}>
        {narrow ? (
          <Drawer placement="left" size={272} open={menuOpen} onClose={() => setMenuOpen(false)} title={t.product} styles={{ body: { padding: 0 } }}>
            <SideMenu onChosen={() => setMenuOpen(false)} />
          </Drawer>
        ) : (
          <aside className={styles.side}><SideMenu /></aside>
        )}
        <main ref={page} id="page" tabIndex={-1} className={styles.page} aria-busy={moving}>
          <p className={styles.printed}><DemoMark /></p>
          <Suspense><Outlet /></Suspense>
        </main>
      </div>
      <ScrollRestoration />
    </>
  );
}

export function Shell() {
  return (
    <SessionProvider>
      <Frame />
    </SessionProvider>
  );
}

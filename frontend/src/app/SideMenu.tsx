/** The left menu: the screens this account may open, by group. */
import { Link, useLocation } from "react-router";
import { useLanguage, useMessages } from "@/ui/language";
import { mayOpen } from "./access";
import { groups, type Group } from "./menu";
import { messages } from "./messages";
import { screens } from "./routes";
import { useAccount } from "./session";
import styles from "./SideMenu.module.css";

/** The menu entry a page belongs to: its own, or the longest path above it. */
function chosenPath(pathname: string): string | undefined {
  const above = screens.filter(({ menu, path }) => menu && (pathname === path || pathname.startsWith(`${path}/`)));
  return above.sort((one, other) => other.path.length - one.path.length)[0]?.path;
}

export function SideMenu({ onChosen }: { onChosen?: () => void }) {
  const t = useMessages(messages);
  const { language } = useLanguage();
  const account = useAccount();
  const chosen = chosenPath(useLocation().pathname);
  const offered = screens.filter((screen) => screen.menu && mayOpen(screen, account) && mayOpen(screen.menu, account));
  return (
    <nav aria-label={t.mainMenu} className={styles.menu}>
      {(Object.keys(groups) as Group[]).map((group) => {
        const entries = offered.filter(({ menu }) => menu?.group === group);
        if (entries.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{groups[group][language]}</h2>
            <ul>
              {entries.map(({ path, menu }) => (
                <li key={path}>
                  <Link to={path} aria-current={path === chosen ? "page" : undefined} onClick={onChosen}>
                    {menu?.[language]} {menu?.count && <menu.count />}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

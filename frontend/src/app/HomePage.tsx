/** The first page after sign-in: what waits on the desk; of those for whom nothing ever waits but who oversee an area, its dashboard. */
import type { ComponentType } from "react";
import { Navigate } from "react-router";
import type { Account } from "@/api/session";
import { overseers } from "@/features/assessment/roles";
import { AccountsTended } from "@/features/gateway/account/AccountsTended";
import { administrators } from "@/features/gateway/roles";
import { TasksWaiting } from "@/features/gateway/task/TasksWaiting";
import { ComingActivities } from "@/features/projects/activity/ComingActivities";
import { LatestBids } from "@/features/projects/bid/LatestBids";
import { NeedsToTakeUp } from "@/features/projects/need/NeedsToTakeUp";
import { ProjectsInHand } from "@/features/projects/project/ProjectsInHand";
import { OwnOrganisations } from "@/features/registry/organisation/OwnOrganisations";
import { EmptyState } from "@/ui/EmptyState";
import { useLanguage, useMessages } from "@/ui/language";
import { taskHolders } from "@/ui/myTasks";
import { roleNames, type Role } from "@/ui/roles";
import { usePostName } from "@/ui/usePostName";
import { useTitle } from "@/ui/useTitle";
import { mayOpen } from "./access";
import styles from "./HomePage.module.css";
import { messages } from "./messages";
import { useAccount } from "./session";

/** What each role has on its desk, in the order in which it is looked at. */
const desk: { roles: Role[]; Part: ComponentType }[] = [
  { roles: [...taskHolders], Part: TasksWaiting },
  { roles: ["organisation_manager"], Part: OwnOrganisations },
  { roles: ["social_worker"], Part: ComingActivities },
  { roles: ["organisation_manager", "expert"], Part: ProjectsInHand },
  { roles: ["organisation_manager"], Part: LatestBids },
  { roles: ["organisation_manager"], Part: NeedsToTakeUp },
  { roles: ["organisation_manager", "expert"], Part: ComingActivities },
  { roles: [...administrators], Part: AccountsTended },
];

const partsFor = (account: Account) => [...new Set(desk.filter((part) => mayOpen(part, account)).map(({ Part }) => Part))];

function Posts({ account }: { account: Account }) {
  const { language } = useLanguage();
  const placeOf = usePostName();
  const posts = account.grants.map(({ role, area_name }) => `${roleNames[role as Role]?.[language] ?? role} · ${placeOf(area_name)}`);
  return <p className="muted">{posts.join("；")}</p>;
}

export default function HomePage() {
  const t = useMessages(messages);
  const account = useAccount();
  useTitle(undefined);
  const parts = partsFor(account);
  if (parts.length === 0 && mayOpen({ roles: [...overseers] }, account)) return <Navigate to="/dashboard" replace />;
  if (parts.length === 0) return <EmptyState page title={t.hello(account.display_name)} advice={t.noDesk} act={<a href="/m/">{t.phoneApp}</a>} />;
  return (
    <div className={styles.home}>
      <header>
        <h1>{t.hello(account.display_name)}</h1>
        <Posts account={account} />
      </header>
      <div className={styles.desk}>{parts.map((Part, place) => <Part key={place} />)}</div>
    </div>
  );
}

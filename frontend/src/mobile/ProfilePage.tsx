/** My own details in full: to look at, to change, to withdraw. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate } from "react-router";
import type { Account } from "@/api/session";
import { AreaName } from "@/ui/AreaName";
import { useMessages } from "@/ui/language";
import { dayOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import { Answered } from "./Answered";
import { Confirm } from "./Confirm";
import { FactList } from "./FactList";
import { registration, useMyself, type Volunteer } from "./myself";
import { Page } from "./Page";
import { SignedIn } from "./SignedIn";
import { useAsking } from "./useAsking";
import { messages } from "./volunteer/messages";
import { ProfileForm } from "./volunteer/ProfileForm";
import { volunteer as volunteerOf, withdraw } from "./volunteer/queries";

function Withdrawal({ volunteer, account }: { volunteer: Volunteer; account: Account }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { isAsking, opener, ask, stop } = useAsking();
  const action = volunteer.actions.find(({ name }) => name === "withdrawal");
  const leaving = useMutation({
    mutationFn: () => withdraw(action as NonNullable<typeof action>, volunteer.version),
    onSuccess: async (left) => {
      queries.setQueryData(registration(account.id).queryKey, left);
      await queries.invalidateQueries({ queryKey: ["volunteers"] });
    },
  });
  if (!action) return null;
  if (!isAsking) return <p><button ref={opener} type="button" className="act quiet" onClick={ask}>{t.withdraw}</button></p>;
  return (
    <Confirm
      question={t.withdrawAsk}
      yes={t.withdraw}
      no={t.stay}
      onYes={() => leaving.mutate()}
      onNo={stop}
      pending={leaving.isPending}
      error={leaving.error}
    />
  );
}

function Profile({ volunteer, account }: { volunteer: Volunteer; account: Account }) {
  const t = useMessages(messages);
  const [isChanging, setChanging] = useState(false);
  const change = volunteer.actions.find(({ name }) => name === "profile");
  return (
    <>
      <FactList
        facts={[
          [t.name, volunteer.name],
          [t.number, <span key="number" className="figures">{volunteer.number}</span>],
          [t.idTypes[volunteer.id_type], <span key="id" className="figures">{volunteer.id_number}</span>],
          [t.bornOn, volunteer.born_on],
          [t.community, <AreaName key="area" id={volunteer.area_id} />],
          [t.groupsLabel, volunteer.groups.map((group) => t.groupNames[group]).join("、")],
          [t.skills, volunteer.skills.join("、")],
          [t.since, dayOf(volunteer.registered_at)],
        ]}
      />
      {change && isChanging && <ProfileForm volunteer={volunteer} action={change} onDone={() => setChanging(false)} />}
      {change && !isChanging && <p><button type="button" className="act quiet" onClick={() => setChanging(true)}>{t.change}</button></p>}
      {!isChanging && <Withdrawal volunteer={volunteer} account={account} />}
    </>
  );
}

function InFull({ id, account }: { id: string; account: Account }) {
  return <Answered query={useQuery(volunteerOf(id))}>{(volunteer) => <Profile volunteer={volunteer} account={account} />}</Answered>;
}

function Mine({ account }: { account: Account }) {
  const { volunteer, error, refetch } = useMyself();
  return (
    <Answered query={{ data: volunteer, error, refetch }}>
      {(known) => (known ? <InFull id={known.id} account={account} /> : <Navigate to="/mine" replace />)}
    </Answered>
  );
}

export default function ProfilePage() {
  const t = useMessages(messages);
  useTitle(t.profile);
  return <Page title={t.profile} from="/mine"><SignedIn>{(account) => <Mine account={account} />}</SignedIn></Page>;
}

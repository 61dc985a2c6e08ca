/** My own details in full: to look at, to change, to withdraw. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate } from "react-router";
import type { Account } from "@/api/session";
import { AreaName } from "@/ui/AreaName";
import { useMessages } from "@/ui/language";
import { dayOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import { Confirm } from "./Confirm";
import { FactList } from "./FactList";
import { Loading } from "./Loading";
import { registration, useMyself, type Volunteer } from "./myself";
import { Page } from "./Page";
import { Refusal } from "./Refusal";
import { SignedIn } from "./SignedIn";
import { messages } from "./volunteer/messages";
import { ProfileForm } from "./volunteer/ProfileForm";
import { volunteer as volunteerOf, withdraw } from "./volunteer/queries";

function Withdrawal({ volunteer, account }: { volunteer: Volunteer; account: Account }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const action = volunteer.actions.find(({ name }) => name === "withdrawal");
  const leaving = useMutation({
    mutationFn: () => withdraw(action as NonNullable<typeof action>, volunteer.version),
    onSuccess: async (left) => {
      queries.setQueryData(registration(account.id).queryKey, left);
      await queries.invalidateQueries({ queryKey: ["volunteers"] });
    },
  });
  if (!action) return null;
  if (!isAsking) return <p><button type="button" className="act quiet" onClick={() => setAsking(true)}>{t.withdraw}</button></p>;
  return <Confirm question={t.withdrawAsk} yes={t.withdraw} no={t.stay} onYes={() => leaving.mutate()} onNo={() => setAsking(false)} pending={leaving.isPending} error={leaving.error} />;
}

function Profile({ id, account }: { id: string; account: Account }) {
  const t = useMessages(messages);
  const [isChanging, setChanging] = useState(false);
  const { data: volunteer, error } = useQuery(volunteerOf(id));
  if (error) return <Refusal error={error} />;
  if (!volunteer) return <Loading />;
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
          [t.since, dayOf(volunteer.registered_at)],
        ]}
      />
      {change && isChanging && <ProfileForm volunteer={volunteer} action={change} onDone={() => setChanging(false)} />}
      {change && !isChanging && <p><button type="button" className="act quiet" onClick={() => setChanging(true)}>{t.change}</button></p>}
      {!isChanging && <Withdrawal volunteer={volunteer} account={account} />}
    </>
  );
}

function Mine({ account }: { account: Account }) {
  const { volunteer } = useMyself();
  if (volunteer === undefined) return <Loading />;
  return volunteer ? <Profile id={volunteer.id} account={account} /> : <Navigate to="/mine" replace />;
}

export default function ProfilePage() {
  const t = useMessages(messages);
  useTitle(t.profile);
  return <Page title={t.profile} from="/mine"><SignedIn>{(account) => <Mine account={account} />}</SignedIn></Page>;
}

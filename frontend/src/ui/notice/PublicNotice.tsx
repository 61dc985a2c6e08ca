/** One notice for everybody; whoever is signed in objects here, and reads what was answered. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useParams } from "react-router";
import { me } from "@/api/session";
import { AreaName } from "../AreaName";
import { RecordPage } from "../RecordPage";
import { factsOfNotice } from "./factsOfNotice";
import { lastDay } from "./lastDay";
import { ObjectionForm } from "./ObjectionForm";
import { ObjectionsTo } from "./ObjectionsTo";
import type { Notice, NoticeDesk } from "./desk";
import { noticeStates } from "./states";

interface Props {
  desk: NoticeDesk;
  /** Where the page of a notice lies, before its id. */
  at: string;
}

function Objecting({ desk, at, to }: Props & { to: Notice }) {
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  if (account === undefined) return null;
  if (account === null) {
    const signIn = `/sign-in?${new URLSearchParams({ to: `${at}/${to.id}` }).toString()}`;
    return <p>提出异议或查看您的异议，请先登录。<Link to={signIn}><Button>登录</Button></Link></p>;
  }
  return (
    <>
      {to.state === "open" && <ObjectionForm desk={desk} id={to.id} />}
      <ObjectionsTo desk={desk} id={to.id} empty="您没有提出异议" />
    </>
  );
}

const isOpen = ({ state }: Notice) => state === "open";

export function PublicNotice(of: Props) {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={of.desk.shownNotice(id)}
      name={({ title }) => title}
      states={noticeStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={(record) => (isOpen(record) ? { what: "公示期内受理异议", until: lastDay(record.closes_at) } : undefined)}
      facts={factsOfNotice}
      tabs={(record) => [{ key: "objections", label: "异议", children: <Objecting {...of} to={record} /> }]}
    />
  );
}

/** One notice for everybody; whoever is signed in objects here, and reads what was answered. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useParams } from "react-router";
import { me } from "@/api/session";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { factsOfNotice } from "../notice/factsOfNotice";
import { lastDay } from "../notice/lastDay";
import { ObjectionForm } from "../notice/ObjectionForm";
import { ObjectionsTo } from "../notice/ObjectionsTo";
import { shownNotice, type Notice } from "../notice/queries";
import { noticeStates } from "../notice/states";

function Objecting({ to }: { to: Notice }) {
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  if (account === undefined) return null;
  if (account === null) {
    const signIn = `/sign-in?${new URLSearchParams({ to: `/public/notices/${to.id}` }).toString()}`;
    return <p>提出异议或查看您的异议，请先登录。<Link to={signIn}><Button>登录</Button></Link></p>;
  }
  return (
    <>
      {to.state === "open" && <ObjectionForm id={to.id} />}
      <ObjectionsTo id={to.id} empty="您没有提出异议" />
    </>
  );
}

const isOpen = ({ state }: Notice) => state === "open";

export default function PublicNoticePage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={shownNotice(id)}
      name={({ title }) => title}
      states={noticeStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={(record) => (isOpen(record) ? { what: "公示期内受理异议", until: lastDay(record.closes_at) } : undefined)}
      facts={factsOfNotice}
      tabs={(record) => [{ key: "objections", label: "异议", children: <Objecting to={record} /> }]}
    />
  );
}

/** Where a volunteer stands on the ladder of stars, and the way to apply for the next. */
import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { Hours as Duration } from "@/ui/Hours";
import { starsOfVolunteer, type Stars } from "./queries";
import { starsOf } from "./states";

type Rung = Stars["ladder"][number];

const standing = ({ held, reached }: Rung) => (held ? "已获得" : reached ? "时长已达到" : "未达到");

export function StarsOf({ id, number }: { id: string; number: string }) {
  return (
    <Answered query={useQuery(starsOfVolunteer(id))}>
      {(stars) => (
        <>
          <p>
            {starsOf(stars.held)}，已确认 <Duration minutes={stars.confirmed_minutes} />
            {stars.disqualified_until && `；${stars.disqualified_until} 前不能申请`}
          </p>
          <Table<Rung>
            rowKey="stars"
            size="small"
            pagination={false}
            dataSource={stars.ladder}
            columns={[
              { title: "星级", render: (_stars: unknown, rung) => starsOf(rung.stars) },
              { title: "须满时长", align: "right", render: (_hours: unknown, { hours }) => `${hours} 小时` },
              { title: "情况", render: (_standing: unknown, rung) => standing(rung) },
            ]}
          />
          <p>
            {stars.actions.length > 0 && <Link to={`/volunteers/honours/new?number=${number}`}><Button>申请星级</Button></Link>}{" "}
            <Link to={stars.undecided ? `/volunteers/honours/${stars.undecided}` : `/volunteers/honours?volunteer_id=${id}`}>{stars.undecided ? "正在办理的申请" : "历次申请"}</Link>
          </p>
        </>
      )}
    </Answered>
  );
}

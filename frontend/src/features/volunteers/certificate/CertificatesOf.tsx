/** The certificates of a volunteer, and the way to issue one. */
import { useQuery } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { certifiers } from "../roles";
import { IssuerName } from "./IssuerName";
import { certificatesOf, type Certificate } from "./queries";
import { certificateStates } from "./states";

export function CertificatesOf({ volunteerId }: { volunteerId: string }) {
  return (
    <>
      <OnlyFor roles={certifiers}>
        <Link to={`/volunteers/certificates/new?volunteer_id=${volunteerId}`}><Button style={{ marginBlockEnd: 12 }}>出具证明</Button></Link>
      </OnlyFor>
      <Answered query={useQuery(certificatesOf(volunteerId))}>
        {({ items }) => (
          <Table<Certificate>
            rowKey="id"
            size="small"
            dataSource={items}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{ emptyText: "还没有证明" }}
            columns={[
              { title: "证明", render: (_number: unknown, { id, number }) => <Link className="figures" to={`/volunteers/certificates/${id}`}>{number ?? "申请"}</Link> },
              { title: "出具单位", render: (_issuer: unknown, record) => record.issuer_name ?? <IssuerName of={record} /> },
              { title: "服务期间", render: (_period: unknown, { from_on, to_on }) => <span className="figures">{from_on} 至 {to_on}</span> },
              { title: "小时", align: "right", render: (_hours: unknown, { hours }) => hours ?? "—" },
              { title: "状态", render: (_state: unknown, { state }) => <StateTag states={certificateStates} state={state} /> },
            ]}
          />
        )}
      </Answered>
    </>
  );
}

/** Who was asked to a deliberation and who came, counted by kind; nobody is named. */
import { useQuery } from "@tanstack/react-query";
import { count } from "@/ui/amounts";
import { WideTable } from "@/ui/WideTable";
import { rule, type OpenDeliberation, type Rule } from "./queries";

/** Residents who live here without being registered here: their seat at the table is what the rule insists on. */
export const NEWCOMERS = "non_local_residents";

export type Counted = Record<string, number>;

type Attended = Pick<OpenDeliberation, "invited" | "present" | "state">;

export const useRule = (): Rule | undefined => useQuery({ ...rule, staleTime: Infinity }).data;

export const nameOf = (known: Rule | undefined, code: string) => known?.party.find((one) => one.code === code)?.name ?? code;

export const sum = (counted: Counted) => Object.values(counted).reduce((total, one) => total + one, 0);

/** Fields left empty are nobody. */
export const given = (typed: Record<string, number | null | undefined> = {}): Counted =>
  Object.fromEntries(Object.entries(typed).flatMap(([code, number]) => (number ? [[code, number]] : [])));

const wasHeld = ({ state }: Attended) => state === "held" || state === "concluded";

/** One line: how many, and how many of them without local registration. */
export function attendance(of: Attended): string {
  const { invited, present } = of;
  const of_ = (counted: Counted) => `${count(sum(counted))} 人（非户籍居民代表 ${count(counted[NEWCOMERS] ?? 0)} 人）`;
  return wasHeld(of) ? `到会 ${of_(present)}，邀请 ${of_(invited)}` : `邀请 ${of_(invited)}`;
}

export function PartyTable({ of }: { of: Attended }) {
  const known = useRule();
  const { invited, present } = of;
  const codes = [...new Set([...(known?.party.map(({ code }) => code) ?? []), ...Object.keys(invited), ...Object.keys(present)])].filter((code) => invited[code] || present[code]);
  const rows = codes.map((code) => ({ id: code, name: nameOf(known, code), invited: invited[code] ?? 0, present: present[code] ?? 0 }));
  const all = { id: "all", name: "合计", invited: sum(invited), present: sum(present) };
  return (
    <WideTable
      label="参与各方"
      dataSource={[...rows, all]}
      columns={[
        { title: "协商主体", dataIndex: "name" },
        { title: "邀请人数", dataIndex: "invited", align: "right", className: "figures" },
        { title: "到会人数", render: (_came: unknown, row) => (wasHeld(of) ? row.present : "—"), align: "right", className: "figures" },
      ]}
    />
  );
}

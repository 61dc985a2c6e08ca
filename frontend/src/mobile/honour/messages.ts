/** What stars say. */
import type { Honour } from "./queries";

const zh = {
  title: "我的星级",
  advice: "按已确认的服务时长申请，公示至少五个工作日后认定。",
  star: (stars: number) => `${["尚无", "一", "二", "三", "四", "五"][stars] ?? stars}${stars > 0 ? "星级" : "星级"}`,
  confirmed: (time: string) => `已确认时长 ${time}`,
  ladder: "星级与时长",
  hours: (hours: string) => `满 ${hours} 小时`,
  held: "已获得",
  reached: "可以申请",
  notYet: (time: string) => `还差 ${time}`,
  apply: (star: string) => `申请${star}`,
  ask: (star: string) => `申请${star}志愿者？审核通过后会公示您的姓（名字用 * 代替）、志愿者编号和时长。`,
  statement: "申请说明（可不填）",
  no: "再想想",
  mine: "我的申请",
  none: "还没有申请",
  states: { applied: "待审核", publicised: "公示中", granted: "已认定", refused: "不予认定", revoked: "已撤销" } satisfies Record<Honour["state"], string>,
  appliedOn: (day: string) => `${day} 申请`,
  barred: (day: string) => `因弄虚作假，${day} 前不能申请。`,
};

type HonourMessages = typeof zh;

const en: HonourMessages = {
  title: "My stars",
  advice: "Applied for on confirmed hours; granted after lying open for at least five working days.",
  star: (stars) => (stars > 0 ? `${stars} star${stars > 1 ? "s" : ""}` : "no star yet"),
  confirmed: (time) => `${time} confirmed`,
  ladder: "Stars and hours",
  hours: (hours) => `from ${hours} hours`,
  held: "held",
  reached: "may be applied for",
  notYet: (time) => `${time} to go`,
  apply: (star) => `Apply for ${star}`,
  ask: (star) => `Apply for ${star}? Once reviewed, your family name (the rest masked), volunteer number and hours lie open to everybody.`,
  statement: "Statement (optional)",
  no: "Not yet",
  mine: "My applications",
  none: "No applications yet",
  states: { applied: "to be reviewed", publicised: "lies open", granted: "granted", refused: "refused", revoked: "revoked" },
  appliedOn: (day) => `applied on ${day}`,
  barred: (day) => `Barred for falsification until ${day}.`,
};

export const messages = { zh, en };

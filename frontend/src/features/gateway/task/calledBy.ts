/** What a record that waits is called by its own fields, and what else has to be asked so that it can be told apart. */
import { duration, yuan } from "@/ui/amounts";
import { minuteOf } from "@/ui/times";

/** Services call their records by a title or a name; some only by what they are of. */
export interface Called {
  title?: string | null;
  name?: string | null;
  /** 议事协商. */
  topic?: string;
  /** 执行事项. */
  what?: string;
  team_name?: string;
  /** 服务时长. */
  starts_at?: string;
  minutes?: number | null;
  volunteer_id?: string;
  /** 志愿服务证明. */
  issuer_kind?: string;
  from_on?: string;
  to_on?: string;
  purpose?: string | null;
  /** 阶段款. */
  stage_fen?: number;
  amount_fen?: number | null;
  /** 星级. */
  stars?: number;
  /** 签到记录. */
  checked_in_at?: string;
  links?: Record<string, string>;
}

function certificate({ issuer_kind, from_on, to_on, purpose }: Called) {
  return issuer_kind === undefined ? undefined : [purpose, `${from_on} 至 ${to_on}`].filter(Boolean).join(" · ");
}

const served = ({ title, starts_at, minutes }: Called) =>
  title && starts_at && typeof minutes === "number" ? `${title} · ${minuteOf(starts_at)} · ${duration(minutes)}` : undefined;

const paid = ({ title, stage_fen, amount_fen }: Called) =>
  title && stage_fen !== undefined && typeof amount_fen === "number" ? `${title} · ${yuan(amount_fen)} 元` : undefined;

/** The name that the record itself says, if any. */
export function calledBy(record: Called): string | undefined {
  const stars = record.stars === undefined ? undefined : `${record.stars} 星`;
  const words = [served(record), paid(record), record.title, record.name, record.topic, record.what, record.team_name, certificate(record), stars];
  return words.find(Boolean) ?? undefined;
}

/** A record without a name of its own is called by its activity, and by when it began there. */
export const calledByActivity = (activity: Called, { checked_in_at }: Called) =>
  [calledBy(activity), checked_in_at && minuteOf(checked_in_at)].filter(Boolean).join(" · ");

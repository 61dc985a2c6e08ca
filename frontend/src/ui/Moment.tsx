/** A day and minute, or that there is none yet. */
import { minuteOf } from "./times";

export const Moment = ({ at }: { at: string | null }) => <span className="figures">{at ? minuteOf(at) : "—"}</span>;

/** How a resident came to stand in the register. */
import type { Participation } from "./queries";

export const means: Record<Participation["means"], string> = { code: "本人输入参与码", recorded: "工作人员按手机号登记" };

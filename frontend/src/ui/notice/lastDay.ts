/** The last day on which objections are taken: a notice closes at the midnight after it. */
import { dayOf } from "../times";

export const lastDay = (closesAt: string) => dayOf(new Date(new Date(closesAt).getTime() - 1));

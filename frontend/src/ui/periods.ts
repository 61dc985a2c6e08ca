/** The services end a period on the first day it no longer covers; people name the last day it does. */
import dayjs from "dayjs";

const DAY = "YYYY-MM-DD";

export const lastDay = (end: string | null | undefined) => (end ? dayjs(end).subtract(1, "day").format(DAY) : null);

export const endOf = (last: string | null | undefined) => (last ? dayjs(last).add(1, "day").format(DAY) : null);

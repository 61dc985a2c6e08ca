/** The services end a period on the first day it no longer covers; people say the last day it does. */
import dayjs from "dayjs";

export const lastDay = (end: string | null) => (end ? dayjs(end).subtract(1, "day").format("YYYY-MM-DD") : null);

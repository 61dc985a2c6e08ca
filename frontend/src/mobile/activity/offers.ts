/** The places on offer, put together by activity: one card may offer several kinds of work. */
import { activityIdOf, type Opportunity } from "./queries";

export interface Offer {
  activityId: string;
  opportunities: Opportunity[];
  first: Opportunity;
}

export function byActivity(list: Opportunity[]): Offer[] {
  const offers = new Map<string, Offer>();
  for (const opportunity of list) {
    const activityId = activityIdOf(opportunity);
    const known = offers.get(activityId);
    if (known) known.opportunities.push(opportunity);
    else offers.set(activityId, { activityId, opportunities: [opportunity], first: opportunity });
  }
  return [...offers.values()];
}

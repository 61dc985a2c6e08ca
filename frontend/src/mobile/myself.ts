/** Who holds this phone: a person signed in by phone, and the latest registration as a volunteer if there is one. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answer, volunteers } from "@/api/client";
import { keep, ownKey, person } from "@/api/kept";
import { me, type Account } from "@/api/session";
import type { components } from "@/api/volunteers.gen";
import { orKept } from "./keptOwn";

/** Also without a network, as long as nobody has signed out since. */
export const holder = queryOptions({
  queryKey: me.queryKey,
  queryFn: async (context): Promise<Account | null> => {
    const account = person();
    const told = await (account === null ? me.queryFn(context) : orKept("account", account, () => me.queryFn(context)));
    if (told && told.id !== account) keep(ownKey("seen:account", told.id), told);
    return told;
  },
  staleTime: Infinity,
});

export type Volunteer = components["schemas"]["VolunteerView"];

/** Officers share this browser's session with their own app; as residents they sign in by phone. */
export const isPerson = (account: Account | null | undefined): account is Account => account?.kind === "volunteer";

export const registration = (accountId: string) =>
  queryOptions({
    queryKey: ["volunteers", "registration", accountId],
    queryFn: ({ signal }): Promise<Volunteer | null> =>
      orKept("registration", accountId, async () => {
        const { items } = await answer(volunteers.GET("/volunteers", { params: { query: {} }, signal }));
        // Of somebody who was registered twice, the one that was closed may be the newer.
        return items.find(({ state }) => state === "registered") ?? items[0] ?? null;
      }),
    staleTime: Infinity,
  });

/** Each is `undefined` while it is not known; `latest` is there for who has withdrawn too. `unknown` says why, and asks again. */
export function useMyself() {
  const asked = useQuery(holder);
  const account = asked.data;
  const person = isPerson(account);
  const registered = useQuery({ ...registration(account?.id ?? ""), enabled: person });
  const latest = person || account === undefined ? registered.data : null;
  const unknown = [asked, registered].find(({ error, data }) => error && data === undefined);
  return {
    account: account && !person ? null : account,
    latest,
    volunteer: latest?.state === "withdrawn" ? null : latest,
    error: unknown?.error ?? null,
    refetch: () => void unknown?.refetch(),
  };
}

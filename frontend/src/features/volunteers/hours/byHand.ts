/** 补录: who enters hours by hand until when, and the way there where the service offers it on the sign-up. */
import { useQuery } from "@tanstack/react-query";
import type { Way } from "@/ui/ActionButtons";
import { signup } from "../signup/queries";

export const BY_HAND = "由负责社工、所属组织或村（社区）经办补录并说明理由，没有截止期限";

export const toHoursForm = (signupId: string) => `/volunteers/hours/new?signup_id=${signupId}`;

export function useWaysByHand(signupId: string | undefined): Way[] {
  const { data } = useQuery({ ...signup(signupId ?? ""), enabled: signupId !== undefined });
  const offered = data?.actions.find(({ name }) => name === "hours");
  return data && offered ? [{ label: offered.label, to: toHoursForm(data.id) }] : [];
}

/** The indicator that the pictures show, kept in the URL so that a view can be sent. */
import { useSearchParams } from "react-router";
import { isIndicator } from "./indicators";
import type { Indicator } from "./queries";

/** `first` is shown where the URL names none. */
export function useIndicator(first: Indicator): [Indicator, (indicator: Indicator) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get("indicator");
  const choose = (indicator: Indicator) => setParams({ indicator }, { replace: true, preventScrollReset: true });
  return [isIndicator(asked) ? asked : first, choose];
}

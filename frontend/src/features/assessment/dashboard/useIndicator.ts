/** The indicator that the pictures show, kept in the URL so that a view can be sent. */
import { useSearchParams } from "react-router";
import { isIndicator } from "./indicators";
import type { Indicator } from "./queries";

const FIRST: Indicator = "org_coverage";

export function useIndicator(): [Indicator, (indicator: Indicator) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get("indicator");
  const choose = (indicator: Indicator) => setParams({ indicator }, { replace: true, preventScrollReset: true });
  return [isIndicator(asked) ? asked : FIRST, choose];
}

/** The first screen: activities that can be signed up for, or all that are open. */
import { useSearchParams } from "react-router";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { AllActivities } from "./activity/AllActivities";
import { Filters, type Shown } from "./activity/Filters";
import { Offers } from "./activity/Offers";
import { useLastCommunity } from "./community";
import { ElderSwitch } from "./ElderSwitch";
import { messages } from "./messages";
import { Page } from "./Page";

const SHOWN: Shown[] = ["wanted", "places", "all"];

export default function ActivitiesPage() {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const [area, setArea] = useLastCommunity();
  const words = params.get("q") ?? "";
  const shown = SHOWN.find((one) => one === params.get("show")) ?? "wanted";
  useTitle(t.tabs.activities);

  const narrow = (name: string, value: string) =>
    setParams((now) => {
      if (value) now.set(name, value);
      else now.delete(name);
      // Only the list of all activities can be searched.
      if (name === "q" && value) now.set("show", "all");
      if (name === "show" && value !== "all") now.delete("q");
      return now;
    }, { replace: true });

  return (
    <Page title={t.tabs.activities} beside={<ElderSwitch />}>
      <Filters
        shown={shown}
        area={area}
        words={words}
        onShow={(one) => narrow("show", one)}
        onArea={setArea}
        onSearch={(typed) => typed !== words && narrow("q", typed)}
      />
      {shown === "all" && <AllActivities area={area} words={words} />}
      {shown !== "all" && <Offers area={area} withPlaces={shown === "places"} onAll={() => narrow("show", "all")} onWhole={() => setArea("")} />}
    </Page>
  );
}

/** Town, then village or community: two of the phone's own lists. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { areas as allAreas, type Area } from "@/ui/areas";
import { useMessages } from "@/ui/language";
import { keptList } from "./keptList";
import { messages } from "./messages";
import { SelectField } from "./SelectField";

interface Props {
  value: string;
  onChange: (areaId: string) => void;
  /** A town is an answer too, or even the whole city (`""`). */
  any?: "town" | "city";
  mistake?: string;
}

export function CommunityPicker({ value, onChange, any, mistake }: Props) {
  const t = useMessages(messages);
  const { data: areas = [] } = useQuery(keptList("areas", allAreas));
  const city = areas.find(({ parent_id }) => parent_id === null);
  const chosen = areas.find(({ id }) => id === value);
  const [opened, setOpened] = useState("");
  const town = chosen ? (chosen.parent_id === city?.id ? chosen.id : (chosen.parent_id ?? "")) : opened;
  const below = (parent: string | undefined) =>
    areas
      .filter(({ parent_id }) => parent_id !== null && parent_id === parent)
      .sort((one, other) => one.code.localeCompare(other.code))
      .map(({ id, name, code }: Area) => ({ value: id, label: name ?? t.nameless(code) }));

  function chooseTown(id: string) {
    setOpened(id);
    onChange(any ? id : "");
  }

  return (
    <>
      <SelectField
        label={t.townLabel}
        nothing={any === "city" ? t.townAll : t.townNothing}
        options={below(city?.id)}
        value={town}
        onChoose={chooseTown}
        mistake={town ? undefined : mistake}
      />
      <SelectField
        label={t.communityLabel}
        nothing={any ? t.communityAll : t.communityNothing}
        options={below(town || undefined)}
        value={chosen && chosen.id !== town ? value : ""}
        disabled={!town}
        onChoose={(id) => onChange(id || (any ? town : ""))}
        mistake={town ? mistake : undefined}
      />
    </>
  );
}

/** Chooses one of the filed or registered organisations the reader can see, found by a part of its name. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { answer, registry } from "@/api/client";
import { useMessages } from "./language";
import { messages } from "./messages";
import { OrganisationName } from "./OrganisationName";

const SHOWN = 20;

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (organisationId: string | undefined) => void;
}

const inState = (state: "filed" | "registered", name: string) =>
  answer(registry.GET("/organisations", { params: { query: { state, limit: SHOWN, ...(name && { name }) } } }));

/** Those that stand: the registry answers for one state at a time. */
async function standing(name: string) {
  const pages = await Promise.all([inState("registered", name), inState("filed", name)]);
  return pages.flatMap(({ items }) => items);
}

export function OrganisationSelect({ id, value, onChange }: Props) {
  const t = useMessages(messages);
  const [typed, type] = useState("");
  const { data, isFetching } = useQuery({ queryKey: ["registry", "organisations", "standing", typed], queryFn: () => standing(typed), placeholderData: keepPreviousData });
  return (
    <Select<string>
      id={id}
      value={value ?? undefined}
      onChange={onChange}
      allowClear
      loading={isFetching}
      placeholder={t.organisation}
      showSearch={{ filterOption: false, onSearch: type }}
      // One chosen earlier need not be among those just found; its name must not lead away from the form.
      labelRender={({ label, value: chosen }) => label ?? <span style={{ pointerEvents: "none" }}><OrganisationName id={String(chosen)} /></span>}
      options={data?.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}

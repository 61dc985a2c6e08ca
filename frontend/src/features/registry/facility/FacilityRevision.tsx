/** 修改设施信息: everything but the area. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { FacilityFields, facilityLabels } from "./FacilityFields";
import { facility, revise, type Facility, type Revising } from "./queries";

function Loaded({ of: record }: { of: Facility }) {
  const { id, name, kind, address, rooms, opening_hours, floor_area_m2 } = record;
  return (
    <FormPage<Revising, Facility>
      title={`修改 ${name}`}
      advice="所在片区不能修改；迁到别处的，先关闭再另行启用。"
      draft={`registry/facility/${id}/revision`}
      version={record.version}
      labels={facilityLabels}
      initial={{ name, kind, address, rooms, opening_hours, floor_area_m2 }}
      submit={(values, version) => revise({ id, version }, values)}
      done={() => `/registry/facilities/${id}`}
      act="保存修改"
    >
      <FacilityFields />
    </FormPage>
  );
}

export default function FacilityRevision() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(facility(id))} rows={8}>{(record) => <Loaded of={record} />}</Answered>;
}

/** 导入志愿者名单: a list laid before the service, checked, then confirmed. */
import { ImportPage } from "@/ui/ImportPage";

export default function VolunteerImport() {
  return (
    <ImportPage
      title="导入志愿者名单"
      advice="村（社区）收集的纸质登记表，由经办人按名单导入。同一人全市只注册一次；本人以后用手机以同一证件注册即认领。"
      service="volunteers"
      kind="volunteers"
      list="/volunteers/volunteers"
    />
  );
}

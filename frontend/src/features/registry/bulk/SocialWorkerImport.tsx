/** 导入社工名册: a list laid before the service, checked, then confirmed. */
import { ImportPage } from "@/ui/ImportPage";

export default function SocialWorkerImport() {
  return (
    <ImportPage
      title="导入社工名册"
      advice="持证社工按登记日期的规定核对后登记；已登记的不作更改。"
      service="registry"
      kind="social-workers"
      list="/registry/social-workers"
    />
  );
}

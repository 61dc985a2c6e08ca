/** 导入社区社会组织名册: a list laid before the service, checked, then confirmed. */
import { ImportPage } from "@/ui/ImportPage";

export default function OrganisationImport() {
  return (
    <ImportPage
      title="导入社区社会组织名册"
      advice="已备案的组织按备案当日的条件核对后导入，没有备案编号的作为草稿导入。"
      service="registry"
      kind="organisations"
      list="/registry/organisations"
      needsAnother
    />
  );
}

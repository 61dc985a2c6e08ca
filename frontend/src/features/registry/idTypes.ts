/** Identity documents, as they are called on forms. */
import type { components } from "@/api/registry.gen";
import { choices } from "@/ui/choices";

type IdType = components["schemas"]["IdType"];

const labels: Record<IdType, string> = {
  resident_id: "居民身份证",
  hk_macau_residence: "港澳居民居住证",
  taiwan_residence: "台湾居民居住证",
  home_return_permit: "港澳居民来往内地通行证",
  taiwan_permit: "台湾居民来往大陆通行证",
  passport: "护照",
  foreign_permanent_resident: "外国人永久居留身份证",
};

export const idTypes = choices(labels);

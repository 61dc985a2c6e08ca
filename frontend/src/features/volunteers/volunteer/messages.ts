/** The words of a registration. */
import type { Consent, Volunteer } from "./queries";

export const groups: Record<Volunteer["groups"][number], string> = {
  civil_servant: "公务员",
  educator: "教育工作者",
  migrant_worker: "外来务工人员",
  party_member: "共产党员",
  retiree: "离退休人员",
  technician: "技术人员",
  youth: "青少年",
  youth_league: "共青团员",
};

export const idTypes: Record<Volunteer["id_type"], string> = {
  resident_id: "居民身份证",
  hk_macau_residence: "港澳居民居住证",
  taiwan_residence: "台湾居民居住证",
  home_return_permit: "港澳居民来往内地通行证",
  taiwan_permit: "台湾居民来往大陆通行证",
  foreign_permanent_resident: "外国人永久居留身份证",
  passport: "护照",
};

export const ageBands: Record<string, string> = {
  under_14: "14 岁以下",
  "14_17": "14–17 岁",
  "18_34": "18–34 岁",
  "35_59": "35–59 岁",
  "60_plus": "60 岁及以上",
};

export const relations: Record<Consent["relation"], string> = {
  parent: "父母",
  grandparent: "（外）祖父母",
  other_guardian: "其他监护人",
};

export const groupsOf = ({ groups: own }: Volunteer) => own.map((group) => groups[group]).join("、") || "—";

/** My certificates, and asking for one. */
import { queryOptions } from "@tanstack/react-query";
import { answer, volunteers } from "@/api/client";
import { save } from "@/api/files";
import type { QueryOf } from "@/api/view";
import type { components, paths } from "@/api/volunteers.gen";

export type Certificate = components["schemas"]["CertificateView"];
export type Organiser = components["schemas"]["OrganiserView"];

export const certificateList = {
  key: ["volunteers", "certificates"] as const,
  page: (query: QueryOf<paths, "/certificates">) => answer(volunteers.GET("/certificates", { params: { query } })),
};

export const organisers = (volunteer_id: string) =>
  queryOptions({
    queryKey: [...certificateList.key, "organisers", volunteer_id],
    queryFn: async ({ signal }) => (await answer(volunteers.GET("/certificates/organisers", { params: { query: { volunteer_id } }, signal }))).items,
  });

export const request = (body: components["schemas"]["PeriodIn"]) => answer(volunteers.POST("/certificates", { body }));

export const savePaper = ({ links, number }: Certificate) => save(links.document ?? "", `${number}.pdf`);

/** What proves every entry of it without us. */
export const saveProof = ({ links, number }: Certificate) => save(links.proof ?? "", `${number}.json`);

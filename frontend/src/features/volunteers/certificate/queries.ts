/** What the screens of certificates ask and send. */
import { answer, ifMatch, volunteers } from "@/api/client";
import { save } from "@/api/files";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Certificate = Schemas["CertificateView"];
export type CertificateQuery = QueryOf<paths, "/certificates">;
export type Organiser = Schemas["OrganiserView"];
export type EntriesAsked = QueryOf<paths, "/certificates/entries">;
export type Entries = Schemas["Entries"];
export type IssueIn = Schemas["IssueIn"];
export type Signatories = Schemas["SignatoriesIn"];
export type ReplacementIn = Schemas["ReplacementIn"];

export const certificateList: ListQuestion<Certificate, CertificateQuery> = {
  key: ["volunteers", "certificates"],
  page: (query) => answer(volunteers.GET("/certificates", { params: { query } })),
};

export const certificate = (id: string): Question<Certificate> => ({
  queryKey: ["volunteers", "certificates", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/certificates/{id}", { params: { path: { id } }, signal })),
});

export const certificatesOf = (volunteer_id: string): Question<Page<Certificate>> => ({
  queryKey: ["volunteers", "certificates", "of", volunteer_id],
  queryFn: () => certificateList.page({ volunteer_id }),
});

export const organisers = (volunteer_id: string): Question<Organiser[]> => ({
  queryKey: ["volunteers", "certificates", "organisers", volunteer_id],
  queryFn: async ({ signal }) => (await answer(volunteers.GET("/certificates/organisers", { params: { query: { volunteer_id } }, signal }))).items,
});

/** What a certificate would stand on, before it is issued. */
export const entriesOf = (query: EntriesAsked): Question<Entries> => ({
  queryKey: ["volunteers", "certificates", "entries", query],
  queryFn: ({ signal }) => answer(volunteers.GET("/certificates/entries", { params: { query }, signal })),
});

export const issueAtOnce = (body: IssueIn) => answer(volunteers.POST("/certificates/issuance", { body }));

export const issue = ({ id, version }: Certificate, body: Signatories) =>
  answer(volunteers.POST("/certificates/{id}/issuance", { params: { path: { id } }, headers: ifMatch(version), body }));

export const replace = ({ id, version }: Certificate, body: ReplacementIn) =>
  answer(volunteers.POST("/certificates/{id}/replacement", { params: { path: { id } }, headers: ifMatch(version), body }));

/** The paper, or the file that proves it without us. */
export const saveDocument = ({ links, number }: Certificate) => save(links.document ?? "", `${number}.pdf`);
export const saveProof = ({ links, number }: Certificate) => save(links.proof ?? "", `${number}.json`);

/** What the screens of posts ask the registry, and what they send it. */
import { answer, ifMatch, registry } from "@/api/client";
import type { components, paths } from "@/api/registry.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Post = Schemas["PostView"];
export type PostQuery = QueryOf<paths, "/posts">;
export type Holding = Schemas["HoldingView"];
export type Planning = Schemas["PostIn"];
export type Filling = Schemas["PostFillingIn"];
export type Parent = Pick<PostQuery, "organisation_id" | "social_worker_id">;

export const posts: ListQuestion<Post, PostQuery> = {
  key: ["registry", "posts"],
  page: (query) => answer(registry.GET("/posts", { params: { query } })),
};

export const post = (id: string): Question<Post> => ({
  queryKey: ["registry", "posts", id],
  queryFn: ({ signal }) => answer(registry.GET("/posts/{id}", { params: { path: { id } }, signal })),
});

export const postsOf = (parent: Parent): Question<Page<Post>> => ({
  queryKey: ["registry", "posts", "of", parent],
  queryFn: () => posts.page(parent),
});

export const plan = (body: Planning) => answer(registry.POST("/posts", { body }));

export const fill = ({ id, version }: Post, body: Filling) =>
  answer(registry.POST("/posts/{id}/filling", { params: { path: { id } }, headers: ifMatch(version), body }));

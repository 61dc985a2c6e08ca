/** Registering, and the own details in full. */
import { queryOptions } from "@tanstack/react-query";
import { act, answer, follow, ifMatch, volunteers } from "@/api/client";
import type { Action } from "@/api/view";
import type { components } from "@/api/volunteers.gen";
import type { Volunteer } from "../myself";

type Schemas = components["schemas"];

export type Registration = Schemas["RegistrationIn"];
export type Group = Schemas["Group"];

export const register = (body: Registration) => answer(volunteers.POST("/volunteers", { body }));

export const volunteer = (id: string) =>
  queryOptions({
    queryKey: ["volunteers", "volunteers", id],
    queryFn: ({ signal }) => answer(volunteers.GET("/volunteers/{id}", { params: { path: { id } }, signal })),
  });

export const changeProfile = (action: Action, version: number, body: Schemas["ProfileIn"]) =>
  follow<Volunteer>(action.href, { method: action.method, headers: ifMatch(version), body: JSON.stringify(body) });

export const withdraw = (action: Action, version: number) => act(action, version) as Promise<Volunteer>;

/** Says that a list shows only what belongs to the project, the contract or the purchase that the URL names. */
import { Link } from "react-router";
import { ContractTitle } from "./contract/ContractTitle";
import { Narrowed } from "@/ui/Narrowed";
import { ProjectTitle } from "./project/ProjectTitle";

/** `of` is the word for what is listed. */
export const OfProject = ({ of }: { of: string }) => (
  <Narrowed by="project_id">{(id) => <>只列项目“<Link to={`/projects/projects/${id}`}><ProjectTitle id={id} /></Link>”的{of}</>}</Narrowed>
);

export const OfContract = ({ of }: { of: string }) => (
  <Narrowed by="contract_id">{(id) => <>只列合同“<Link to={`/projects/contracts/${id}`}><ContractTitle id={id} /></Link>”的{of}</>}</Narrowed>
);

/** The refusals of assessment in English, by problem type. */
import type { components } from "../assessment.gen";
import type { Owed } from "./owed";

export const assessment: Owed<components> = {
  "already-answered": "You have already answered; until it closes you can correct your answer.",
  "deadline-before-start": "The deadline cannot be before the start.",
  "not-drawn": "You were not drawn for this survey.",
  "not-the-city": "Targets are set by the city, for the whole city.",
  "not-yet-answered": "You have not answered yet, so there is nothing to correct.",
  "organ-kind-misplaced": "Only the target for community organisations is set apart for residents' and villagers' committees.",
  "survey-over": "This survey has closed.",
  "survey-still-open": "The survey is still open and not everybody has answered.",
  "target-already-set": "This indicator already has a target from that day.",
  "target-backdated": "A new target starts today or later; a set target does not change.",
  "value-out-of-range": "A share lies above 0 and up to 1; a number is a positive whole number.",
  "volunteer-not-asked": "You worked at the activity as a volunteer or staff and take no part in its survey.",
};

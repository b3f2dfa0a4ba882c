import type { SeasonState, SubmissionState } from "#app/services/database/generated/enums.ts";
import { stateMachine } from "../state-machine.ts";

export const seasonStates = stateMachine<SeasonState>("preparing", {
  preparing: ["intake"],
  intake: ["judging"],
  judging: ["intake", "frozen"],
  frozen: ["judging", "published"],
  published: ["closed"],
  closed: [],
});

export const submissionStates = stateMachine<SubmissionState>("submitted", {
  submitted: ["selected", "rejected", "withdrawn"],
  selected: ["withdrawn", "submitted"],
  rejected: ["submitted"],
  withdrawn: [],
});

/** Merchants may enter products; curators may already look at them and choose. */
export const statesOpenForSubmission: readonly SeasonState[] = ["intake", "judging"];
export const statesOpenForSelection: readonly SeasonState[] = ["intake", "judging"];
/** The list is settled: its rules and what it was computed from stay as they are. */
export const statesSettled: readonly SeasonState[] = ["frozen", "published", "closed"];
/** Its verdicts were given: each merchant knows theirs. */
export const statesPublished: readonly SeasonState[] = ["published", "closed"];

/** Refusals of what a person does with a sheet that was judged. */
export const importCodes = [
  "import.not_found",
  "import.still_reading",
  "import.over",
  "import.judged_anew",
  "import.nothing_good",
  "column.unknown",
  "column.chosen_twice",
] as const;

import { accountCodes } from "./account-codes.ts";
import { curationCodes } from "./curation-codes.ts";
import { detailCodes } from "./detail-codes.ts";
import { draftCodes } from "./draft-codes.ts";
import { hintCodes } from "./hint-codes.ts";
import { importCodes } from "./import-codes.ts";
import { intakeCodes } from "./intake-codes.ts";
import { mallCodes } from "./mall-codes.ts";
import { marketCodes } from "./market-codes.ts";
import { officeCodes } from "./office-codes.ts";
import { photoCodes } from "./photo-codes.ts";
import { readinessCodes } from "./readiness-codes.ts";
import { recallCodes } from "./recall-codes.ts";
import { seasonCodes } from "./season-codes.ts";
import { uploadCodes } from "./upload-codes.ts";
import { visitCodes } from "./visit-codes.ts";

/** The closed list of issue codes; app/messages must hold a Korean and an English sentence for each. */
export const issueCodes = [
  ...intakeCodes,
  ...importCodes,
  ...photoCodes,
  ...draftCodes,
  ...detailCodes,
  ...readinessCodes,
  ...hintCodes,
  ...mallCodes,
  ...seasonCodes,
  ...curationCodes,
  ...accountCodes,
  ...officeCodes,
  ...marketCodes,
  ...uploadCodes,
  ...recallCodes,
  ...visitCodes,
] as const;

export type IssueCode = (typeof issueCodes)[number];

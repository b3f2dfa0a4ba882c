import type { Database } from "#app/services/database/database.ts";
import type {
  ApplicationState,
  BusinessStatus,
  DocumentKind,
  StoreKind,
  StoreState,
} from "#app/services/database/generated/enums.ts";
import { formatPhone } from "../account/phone.ts";
import { findTypists } from "../help/find-typists.ts";
import type { Issue } from "../issue/issue.ts";
import { fromStored } from "../issue/stored-issues.ts";
import type { District } from "../store/districts.ts";
import { storeStates } from "../store/states.ts";
import { type Answers, findDistrict, kindOf } from "./fields.ts";
import { judgeStep } from "./judge.ts";
import { loadShown } from "./open-application.ts";
import { isOpen } from "./states.ts";
import { type Step, stepsFor } from "./steps.ts";

export interface ApplicationDocument {
  id: string;
  kind: DocumentKind;
  fileName: string;
  mediaType: string;
  /** Size. */
  bytes: number;
}

export interface ApplicationStep extends Step {
  /** `untouched`: nothing was entered yet. `returned`: the office wrote something to it. */
  state: "untouched" | "wrong" | "complete" | "returned";
  issues: Issue[];
  /** The office's own. */
  notes: Issue[];
}

export interface Application {
  /** Null: not begun. */
  state: ApplicationState | null;
  /** The merchant may still change it. */
  open: boolean;
  answers: Answers;
  /** Field → name of the helper who typed it. */
  typedBy: Readonly<Record<string, string>>;
  kind: StoreKind | null;
  market: { id: string; name: string } | null;
  district: District | null;
  documents: ApplicationDocument[];
  steps: ApplicationStep[];
  sentAt: Date | null;
  /** The merchant's own number, for the store's until they say another. */
  ownPhone: string;
  store: {
    name: string;
    state: StoreState;
    businessStatus: BusinessStatus;
    businessCheckedAt: Date | null;
  } | null;
}

/** What a merchant has entered of their store so far, step by step; nothing is made by looking. */
export async function findApplication(database: Database, accountId: string): Promise<Application> {
  const account = await database.account.findUnique({ where: { id: accountId }, select: { phone: true } });
  const ownPhone = account?.phone ? formatPhone(account.phone) : "";
  const found = await database.storeApplication.findUnique({
    where: { accountId },
    include: { store: true, documents: { orderBy: { createdAt: "asc" } } },
  });
  if (!found) return { ...empty, steps: describeSteps({ answers: {}, market: null, documents: [] }, []), ownPhone };
  const shown = await loadShown(database, found);
  const { store, state, sentAt } = found;
  const market = shown.market
    ? await database.market.findUnique({ where: { id: shown.market.id }, select: { id: true, name: true } })
    : null;
  return {
    state,
    open: isOpen(state) && (store === null || storeStates.allows(store.state, "submitted")),
    answers: shown.answers,
    typedBy: await findTypists(database, found.typedBy as Answers, [accountId]),
    kind: kindOf(shown.answers),
    market,
    district: findDistrict(shown.answers),
    documents: found.documents.map(({ id, kind, fileName, mediaType, bytes }) => ({
      id,
      kind,
      fileName,
      mediaType,
      bytes,
    })),
    steps: describeSteps(shown, store?.state === "returned" ? fromStored(store.issues) : []),
    sentAt,
    ownPhone,
    store: store && {
      name: store.name,
      state: store.state,
      businessStatus: store.businessStatus,
      businessCheckedAt: store.businessCheckedAt,
    },
  };
}

const empty = {
  state: null,
  open: true,
  answers: {},
  typedBy: {},
  kind: null,
  market: null,
  district: null,
  documents: [],
  sentAt: null,
  store: null,
};

function describeSteps(shown: Parameters<typeof judgeStep>[1], notes: readonly Issue[]): ApplicationStep[] {
  return stepsFor(kindOf(shown.answers)).map((step) => {
    const names: readonly string[] = [...step.fields, ...(step.document ? [step.document] : [])];
    const own = notes.filter(({ path }) => names.includes(path.field ?? ""));
    const issues = judgeStep(step, shown);
    const touched = names.some((name) => name in shown.answers || shown.documents.some((kind) => kind === name));
    const state = issues.length === 0 ? "complete" : touched ? "wrong" : "untouched";
    return { ...step, state: own.length > 0 && state === "complete" ? "returned" : state, issues, notes: own };
  });
}

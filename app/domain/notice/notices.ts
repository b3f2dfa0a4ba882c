import data from "./product-notices.json" with { type: "json" };

export const noticeKinds = ["text", "boolean", "month", "date"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface NoticeField {
  /** Naver's own key, the only complete open naming: `material`, `packDateText`, … */
  key: string;
  labelKo: string;
  /** False for a member of a choice: there the group as a whole is required. */
  required: boolean;
  /** `month` is stored as `yyyy-MM`, `date` as `yyyy-MM-dd`. */
  kind: NoticeKind;
  /** Characters; null where no limit is known. */
  maxLength: number | null;
  /** The choice it belongs to. */
  oneOf: string | null;
  /** The text field that takes words in place of a date; null for anything but a date. */
  twinKey: string | null;
}

/** One alternative must be filled, and all of its fields. The first alternative is the one to ask for. */
export interface NoticeChoice {
  group: string;
  alternatives: string[][];
}

/** What the law wants shown before the sale of one kind of goods (상품정보제공고시). */
export interface Notice {
  key: string;
  nameKo: string;
  /** Row of the law's annex which the malls share; null for kinds added later. */
  annexNo: number | null;
  /** `child` is the object in Naver's payload; null where Naver states no fields. */
  naver: { type: string; child: string | null };
  /** 11st's type, and its item codes where they are known (else empty); a label is null where it is not known. */
  elevenst: { type: string; items: { code: string; labelKo: string | null }[] };
  fields: NoticeField[];
  choices: NoticeChoice[];
}

/** In the file a field says only what differs: it is optional text without limit and outside any choice. */
type StatedField = Pick<NoticeField, "key" | "labelKo"> & Partial<Omit<NoticeField, "twinKey">>;
type StatedNotice = Omit<Notice, "key" | "fields"> & { fields: StatedField[] };

function readFields(stated: StatedField[]): NoticeField[] {
  const keys = new Set(stated.map((field) => field.key));
  return stated.map(({ key, labelKo, required = false, kind = "text", maxLength = null, oneOf = null }) => {
    const twinKey = keys.has(`${key}Text`) ? `${key}Text` : null;
    return { key, labelKo, required, kind, maxLength, oneOf, twinKey };
  });
}

/** As people read it: words in place of a date stand under the date's own name. */
export function shownLabel({ labelKo }: Pick<NoticeField, "labelKo">): string {
  return labelKo.replace(/ 직접 입력$/, "");
}

/** Terms of return and dispute that may stand in every notice; malls put a standard text where they are missing. */
export const commonNoticeFields: readonly NoticeField[] = readFields(data.common);

/** All forty kinds of goods; four of services (bookings, travel) have no fields. */
export const notices: readonly Notice[] = Object.entries(data.categories as Record<string, StatedNotice>).map(
  ([key, stated]) => ({ key, ...stated, fields: readFields(stated.fields) }),
);

const byKey = new Map(notices.map((notice) => [notice.key, notice]));

/** Throws a RangeError for a key that is no kind of goods. */
export function noticeOf(categoryKey: string): Notice {
  const notice = byKey.get(categoryKey);
  if (!notice) throw new RangeError(`No notice for ${categoryKey}`);
  return notice;
}

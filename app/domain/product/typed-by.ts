import type { ProductContent } from "./product-content.ts";

/** Column key → id of an account. */
export type TypedBy = Readonly<Record<string, string>>;

/** What a version says, in the form in which it is compared. */
export interface SaidFields
  extends Pick<
    ProductContent,
    "name" | "categoryKey" | "price" | "maker" | "description" | "tax" | "shippingFee" | "kcNumber" | "tags" | "notice"
  > {
  originText: string;
  mallFields: ProductContent["mallFields"];
  variants: readonly Pick<ProductContent["variants"][number], "key" | "priceDelta" | "stock">[];
  photos: readonly { sha256: string }[];
}

export interface EarlierVersion {
  said: SaidFields;
  /** Who saved it; null: the program. */
  createdById: string | null;
  /** Fields that somebody else had typed. */
  typedBy: TypedBy;
}

/** Who typed each field of a version: whoever saved it, unless it says otherwise. */
export function typistsOf({ said, createdById, typedBy }: EarlierVersion): Record<string, string> {
  const own = createdById === null ? [] : Object.keys(fieldsOf(said)).map((field) => [field, createdById] as const);
  return { ...Object.fromEntries(own), ...typedBy };
}

/** Of a version that follows an earlier one: the fields which its saver left as somebody else had typed them. */
export function typedByOthers(
  earlier: EarlierVersion,
  said: SaidFields,
  saverId: string | null,
): Record<string, string> {
  const before = fieldsOf(earlier.said);
  const typists = typistsOf(earlier);
  return Object.fromEntries(
    Object.entries(fieldsOf(said)).flatMap(([field, text]) => {
      const typist = typists[field];
      return before[field] === text && typist !== undefined && typist !== saverId ? [[field, typist]] : [];
    }),
  );
}

/** Fields that say something, by column key. */
function fieldsOf(said: SaidFields): Record<string, string> {
  const { variants, photos, notice, mallFields } = said;
  const plain = {
    name: said.name,
    category: said.categoryKey,
    price: said.price,
    origin: said.originText,
    maker: said.maker,
    description: said.description,
    tax: said.tax,
    shipping_fee: said.shippingFee,
    kc: said.kcNumber,
    tags: said.tags.join("\n"),
    stock: variants.map(({ key, stock }) => `${key}=${stock}`).join("\n"),
    options: variants.map(({ key, priceDelta }) => `${key}=${priceDelta}`).join("\n"),
    photos: photos.map(({ sha256 }) => sha256).join("\n"),
  };
  const notices = Object.entries(notice).map(([key, value]) => [`notice.${key}`, value] as const);
  const malls = Object.entries(mallFields).flatMap(([mall, fields]) =>
    Object.entries(fields).map(([field, text]) => [`mall.${mall}.${field}`, text] as const),
  );
  return Object.fromEntries(
    [...Object.entries(plain), ...notices, ...malls].flatMap(([field, value]) =>
      value === null || value === "" ? [] : [[field, String(value)]],
    ),
  );
}

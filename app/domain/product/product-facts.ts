import type { DetailTemplate } from "../detail-page/templates.ts";
import type { Issue } from "../issue/issue.ts";
import type { EditedPhoto } from "../picture/photo-edits.ts";
import type { PhotoMeasures } from "../picture/photo-measures.ts";

export const originKinds = ["domestic", "foreign", "mixed"] as const;
export type OriginKind = (typeof originKinds)[number];

export const taxKinds = ["taxable", "exempt", "zero_rated"] as const;
export type TaxKind = (typeof taxKinds)[number];

export const storeKinds = ["hundred_year", "traditional_market", "cooperative", "craft"] as const;
export type StoreKind = (typeof storeKinds)[number];

/** What the merchant wrote after 원산지, and what it means. */
export interface Origin {
  text: string;
  kind: OriginKind;
  /** Korean name of the country when it is foreign and one. */
  country: string | null;
}

export interface VariantFacts {
  /** `빨강/S`; the empty string for the only variant of a product without options. */
  key: string;
  options: { name: string; value: string }[];
  /** Won added to the product's price; may be negative. */
  priceDelta: number;
  /** Null when the merchant has not said it yet. */
  stock: number | null;
}

export interface PhotoFacts extends EditedPhoto {
  /** Upright pixels of what is left once it is edited, without a margin. */
  width: number;
  height: number;
  /** Null for a photo that arrived before photos were measured. */
  measures: PhotoMeasures | null;
  /** What its merchant says under it on the detail page; may be empty. */
  caption: string;
}

export interface StoreFacts {
  name: string;
  kind: StoreKind;
  ownerName: string;
  /** Ten digits. */
  businessNumber: string;
  mailOrderNumber: string | null;
  phone: string;
  postcode: string;
  address: string;
  /** Plain text, or empty. */
  story: string;
  /** Where it is, in a buyer's words: `서울 마포구`, `망원시장`. */
  place: string[];
  foundedYear: number | null;
  /** The last day, `yyyy-MM-dd`, of a designation as 백년가게 that holds today. */
  designatedUntil: string | null;
  /** Won; null until the merchant has stated delivery and return terms. */
  returnFee: number | null;
  exchangeFee: number | null;
}

/** A product as every check and every mall sees it: one version, frozen, with its store's terms. Money in won. */
export interface ProductFacts {
  sku: string;
  name: string;
  /** A key of the programme's categories, e.g. `GENERAL_FOOD`. */
  categoryKey: string;
  price: number;
  stock: number;
  origin: Origin;
  maker: string;
  /** Sanitised HTML, or an empty string. */
  description: string;
  tax: TaxKind;
  /** Won; 0 is free delivery. */
  shippingFee: number;
  kcNumber: string | null;
  tags: string[];
  /** By field key of the category's notice; dates as `yyyy-MM` or `yyyy-MM-dd`, yes/no as booleans. */
  notice: Record<string, string | boolean>;
  /** What only one mall asks for: mall key → field → text. */
  mallFields: Record<string, Record<string, string>>;
  /** At least one. */
  variants: VariantFacts[];
  /** In order; the first is the main photo. */
  photos: PhotoFacts[];
  /** How its detail page is built, as its merchant or the office chose; null: what suits it. */
  detailTemplate: DetailTemplate | null;
  store: StoreFacts;
}

/** A mall's pure check: what it would refuse in this product. An empty list means ready. */
export type MallCheck = (product: ProductFacts, binding: MallBinding) => Issue[];

/** What the programme has agreed with one mall for one category. */
export interface MallBinding {
  /** The mall's own category code; null until the office has entered it. */
  categoryCode: string | null;
  /** The mall takes no goods of this category. */
  notOffered?: boolean;
}

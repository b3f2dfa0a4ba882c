import type { StoreFacts } from "#app/domain/product/product-facts.ts";
import type { Palette, Shape } from "#prisma/seed/drawings/product-picture.ts";
import type { ShopFront } from "#prisma/seed/drawings/shop-front.ts";

/** A shop as it is told here; all people, shops and telephone numbers are invented. */
export interface DemonstrationStore extends Pick<StoreFacts, "kind" | "name" | "businessNumber" | "postcode"> {
  slug: string;
  mailOrderNumber: string;
  phone: string;
  address: string;
  districtCode: string;
  market?: { name: string; address: string };
  foundedYear: number;
  story: string;
  hours: string;
  visitable: boolean;
  /** Years from the day it is loaded. */
  designation?: { number: string; from: number; to: number };
  front: ShopFront;
  products: DemonstrationProduct[];
  /** The office has begun to look at it, and is not done. */
  waits?: true;
  /** What the office gave it back for, by the field of the application. */
  givenBack?: { field: string; note: string }[];
}

export interface DemonstrationProduct {
  sku: string;
  name: string;
  categoryKey: "FOOD" | "GENERAL_FOOD" | "KITCHEN_UTENSILS" | "FASHION_ITEMS" | "ETC";
  price: number;
  stock: number;
  origin: string;
  description: string;
  tags: string[];
  notice: Record<string, string | boolean>;
  /** Values of one option, each with its stock. */
  option?: { name: string; stocks: Record<string, number> };
  picture: { shape: Shape; palette: Palette };
  /** Already chosen for the season. */
  selected?: true;
}

type Seller = Pick<DemonstrationStore, "name" | "phone" | "address">;

/** Delivery terms of every shop here, in won. */
export const terms = { shippingFee: 3000, returnFee: 3000, exchangeFee: 6000 };

export function colours(body: string, tone: string, accent: string, wall: string, table = "#b98a5a"): Palette {
  return { body, tone, accent, wall, table };
}

interface ProcessedFood {
  productName: string;
  foodType: string;
  weight: string;
  amount: string;
  ingredients: string;
  consumptionDateText: string;
}

export function processedFood({ name, phone, address }: Seller, food: ProcessedFood) {
  return {
    ...food,
    producer: name,
    location: address,
    packDateText: "주문을 받고 만들며 포장에 따로 표시합니다",
    geneticallyModified: false,
    consumerSafetyCaution: "개봉 후에는 냉장 보관하고 빨리 드세요.",
    importDeclarationCheck: false,
    customerServicePhoneNumber: phone,
  };
}

interface FreshFood {
  foodItem: string;
  weight: string;
  amount: string;
  size: string;
  productComposition: string;
  keep: string;
}

export function freshFood({ name, phone }: Seller, food: FreshFood) {
  return {
    ...food,
    producer: name,
    packDateText: "보내는 날 포장하며 포장에 따로 표시합니다",
    consumptionDateText: "포장일로부터 6개월",
    adCaution: "직사광선과 습기를 피해 주세요.",
    customerServicePhoneNumber: phone,
  };
}

const warrantyPolicy = "공정거래위원회 고시 소비자분쟁해결기준에 따릅니다.";

export function kitchenware(
  { name, phone }: Seller,
  own: Record<"itemName" | "modelName" | "material" | "component" | "size", string>,
) {
  const after = { afterServiceDirector: `${name} ${phone}` };
  return { ...own, ...after, releaseDate: "2026-09", manufacturer: name, producer: "대한민국", warrantyPolicy };
}

export function accessory({ name, phone }: Seller, own: Record<"type" | "material" | "size" | "caution", string>) {
  return { ...own, manufacturer: name, warrantyPolicy, afterServiceDirector: `${name} ${phone}` };
}

export function otherGoods({ name, phone }: Seller, itemName: string, modelName: string) {
  return { itemName, modelName, manufacturer: name, customerServicePhoneNumber: phone };
}

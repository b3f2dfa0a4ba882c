import { createHash } from "node:crypto";
import sharp from "sharp";
import type { ListingPicture, PublishOrder } from "#app/channels/contract.ts";
import { buildPage } from "#app/domain/detail-page/build-page.ts";
import { noEdits } from "#app/domain/picture/photo-edits.ts";
import type { ProductFacts, StoreFacts } from "#app/domain/product/product-facts.ts";

export const readyStore: StoreFacts = {
  name: "망원 참기름집",
  kind: "hundred_year",
  ownerName: "김백선",
  businessNumber: "1234567891",
  mailOrderNumber: "제2026-서울마포-0001호",
  phone: "0212345678",
  postcode: "04018",
  address: "서울특별시 마포구 망원로 1",
  story: "1971년부터 망원시장 한자리에서 참기름을 짜 왔습니다. 그날 볶은 깨는 그날 짭니다.",
  place: ["서울 마포구", "망원시장"],
  foundedYear: 1971,
  designatedUntil: "2029-02-28",
  returnFee: 3_000,
  exchangeFee: 6_000,
};

/** A product that lacks nothing: no mall's check says a word about it. */
export function readyProduct(overrides: Partial<ProductFacts> = {}): ProductFacts {
  return {
    sku: "SESAME-300",
    name: "저온압착 참기름 300ml",
    categoryKey: "GENERAL_FOOD",
    price: 18_000,
    stock: 40,
    origin: { text: "국내산", kind: "domestic", country: null },
    maker: "망원 참기름집",
    description: "<p>국내산 참깨를 낮은 온도에서 천천히 짰습니다.</p>",
    tax: "taxable",
    shippingFee: 3_000,
    kcNumber: null,
    tags: ["참기름", "저온압착"],
    notice: {
      productName: "저온압착 참기름",
      foodType: "참기름",
      producer: "망원 참기름집",
      location: "서울특별시 마포구 망원로 1",
      packDateText: "주문 후 제조",
      consumptionDateText: "제조일로부터 12개월",
      weight: "300ml",
      amount: "1병",
      ingredients: "참깨 100%(국내산)",
      nutritionFacts: "100ml당 920kcal, 지방 100g",
      geneticallyModified: false,
      consumerSafetyCaution: "직사광선을 피해 서늘한 곳에 보관하세요.",
      importDeclarationCheck: false,
      customerServicePhoneNumber: "02-1234-5678",
    },
    mallFields: {},
    variants: [{ key: "", options: [], priceDelta: 0, stock: 40 }],
    photos: [
      { sha256: photoHash("main"), width: 1600, height: 1200, edits: noEdits, measures: null, caption: "" },
      { sha256: photoHash("extra"), width: 1200, height: 1200, edits: noEdits, measures: null, caption: "" },
    ],
    detailTemplate: null,
    store: readyStore,
    ...overrides,
  };
}

/** The ready product's variants when it comes in colours and sizes. */
export const optionVariants: ProductFacts["variants"] = ["빨강", "파랑"].flatMap((colour) =>
  ["S", "M"].map((size) => ({
    key: `${colour}/${size}`,
    options: [
      { name: "색상", value: colour },
      { name: "크기", value: size },
    ],
    priceDelta: size === "M" ? 1_000 : 0,
    stock: 5,
  })),
);

/** Square JPEGs as a mall gets them, each with other bytes; the first is the main picture. */
export async function listingPictures(count = 2, side = 1_000): Promise<ListingPicture[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index): Promise<ListingPicture> => {
      const background = { r: (index * 53) % 256, g: 180, b: 60 };
      const bytes = await sharp({ create: { width: side, height: side, channels: 3, background } })
        .jpeg({ quality: 85 })
        .toBuffer();
      const address = createHash("sha256").update(bytes).digest("hex");
      return {
        role: index === 0 ? "main" : "extra",
        address,
        url: `https://pictures.baekseon.example/${address}.jpg`,
        mediaType: "image/jpeg",
        read: async () => bytes,
      };
    }),
  );
}

export async function readyOrder(overrides: Partial<PublishOrder> = {}): Promise<PublishOrder> {
  const product = overrides.product ?? readyProduct();
  const pictures = overrides.pictures ?? (await listingPictures());
  return {
    reference: "BX26-READY-0001",
    product,
    binding: { categoryCode: null },
    remoteId: null,
    picturesStand: false,
    ...overrides,
    pictures,
    detail: overrides.detail ?? { blocks: buildPage(product), pictures },
  };
}

function photoHash(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}

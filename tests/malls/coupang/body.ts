import { z } from "zod";

const dateTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);

const itemSchema = z.object({
  sellerProductItemId: z.number().nullish(),
  vendorItemId: z.number().nullish(),
  itemName: z.string(),
  originalPrice: z.number().int(),
  salePrice: z.number().int(),
  maximumBuyCount: z.number().int(),
  maximumBuyForPerson: z.number().int(),
  maximumBuyForPersonPeriod: z.number().int(),
  outboundShippingTimeDay: z.number().int(),
  unitCount: z.number().int(),
  adultOnly: z.enum(["EVERYONE", "ADULT_ONLY"]),
  taxType: z.enum(["TAX", "FREE"]),
  parallelImported: z.enum(["PARALLEL_IMPORTED", "NOT_PARALLEL_IMPORTED"]),
  overseasPurchased: z.enum(["OVERSEAS_PURCHASED", "NOT_OVERSEAS_PURCHASED"]),
  pccNeeded: z.union([z.boolean(), z.enum(["true", "false"])]),
  externalVendorSku: z.string().default(""),
  barcode: z.string().default(""),
  emptyBarcode: z.boolean().default(false),
  emptyBarcodeReason: z.string().default(""),
  modelNo: z.string().default(""),
  certifications: z.array(z.object({ certificationType: z.string(), certificationCode: z.string() })),
  searchTags: z.array(z.string()).default([]),
  images: z.array(
    z.object({
      imageOrder: z.number().int(),
      imageType: z.enum(["REPRESENTATION", "DETAIL", "USED_PRODUCT"]),
      vendorPath: z.string().optional(),
      cdnPath: z.string().optional(),
    }),
  ),
  notices: z.array(
    z.object({ noticeCategoryName: z.string(), noticeCategoryDetailName: z.string(), content: z.string() }),
  ),
  attributes: z.array(z.object({ attributeTypeName: z.string(), attributeValueName: z.string() })),
  contents: z.array(
    z.object({
      contentsType: z.enum([
        "IMAGE",
        "IMAGE_NO_SPACE",
        "TEXT",
        "IMAGE_TEXT",
        "TEXT_IMAGE",
        "IMAGE_IMAGE",
        "TEXT_TEXT",
        "TITLE",
        "HTML",
      ]),
      contentDetails: z.array(z.object({ content: z.string(), detailType: z.string() })),
    }),
  ),
  offerCondition: z.enum(["NEW", "REFURBISHED", "USED_BEST", "USED_GOOD", "USED_NORMAL"]).default("NEW"),
  offerDescription: z.string().default(""),
});

/** A name the mall does not find in the body ends in one of its null pointers. */
export const bodySchema = z.object({
  sellerProductId: z.number().optional(),
  displayCategoryCode: z.number(),
  sellerProductName: z.string(),
  displayProductName: z.string(),
  vendorId: z.string(),
  vendorUserId: z.string(),
  saleStartedAt: dateTime,
  saleEndedAt: dateTime,
  brand: z.string().default(""),
  brandId: z.number().optional(),
  deliveryMethod: z.enum(["SEQUENCIAL", "COLD_FRESH", "MAKE_ORDER", "AGENT_BUY", "VENDOR_DIRECT"]),
  deliveryCompanyCode: z.string(),
  deliveryChargeType: z.enum(["FREE", "NOT_FREE", "CHARGE_RECEIVED", "CONDITIONAL_FREE"]),
  deliveryCharge: z.number().int(),
  freeShipOverAmount: z.number().int().nullable(),
  deliveryChargeOnReturn: z.number().int(),
  remoteAreaDeliverable: z.enum(["Y", "N"]),
  unionDeliveryType: z.enum(["UNION_DELIVERY", "NOT_UNION_DELIVERY"]),
  returnCenterCode: z.string(),
  returnChargeName: z.string(),
  companyContactNumber: z.string(),
  returnZipCode: z.string(),
  returnAddress: z.string(),
  returnAddressDetail: z.string(),
  returnCharge: z.number().int(),
  outboundShippingPlaceCode: z.number(),
  requested: z.boolean().default(false),
  requiredDocuments: z.array(z.object({ templateName: z.string(), vendorDocumentPath: z.string().max(150) })),
  items: z.array(itemSchema),
});

export type StandInBody = z.infer<typeof bodySchema>;
export type StandInBodyItem = z.infer<typeof itemSchema>;

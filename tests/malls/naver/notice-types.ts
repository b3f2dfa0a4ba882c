export interface NoticeType {
  /** The object in the payload. */
  child: string;
  /** Keys of text that must be there, by spaces. */
  mandatory: string;
  /** Keys that must be true or false, by spaces. */
  yesNo?: string;
  /** `packDate` stands for one of `packDate` and `packDateText`. */
  dates?: Record<string, "month" | "day">;
  /** One of these must be there; a plus joins what belongs together. */
  choices?: string[][];
}

/** What the mall itself expects of each disclosure type: written down apart from Baekseon's own data, on purpose. */
export const noticeTypes: Record<string, NoticeType> = {
  WEAR: {
    child: "wear",
    mandatory: "material color size manufacturer caution warrantyPolicy afterServiceDirector",
    dates: { packDate: "month" },
  },
  SHOES: { child: "shoes", mandatory: "material color size manufacturer caution warrantyPolicy afterServiceDirector" },
  BAG: { child: "bag", mandatory: "type material color size manufacturer caution warrantyPolicy afterServiceDirector" },
  FASHION_ITEMS: {
    child: "fashionItems",
    mandatory: "type material size manufacturer caution warrantyPolicy afterServiceDirector",
  },
  SLEEPING_GEAR: {
    child: "sleepingGear",
    mandatory: "material color size components manufacturer caution warrantyPolicy afterServiceDirector",
  },
  FURNITURE: {
    child: "furniture",
    mandatory:
      "itemName certificationType color components material manufacturer producer size installedCharge warrantyPolicy afterServiceDirector",
  },
  IMAGE_APPLIANCES: {
    child: "imageAppliances",
    mandatory:
      "itemName modelName certificationType manufacturer size additionalCost displaySpecification warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  HOME_APPLIANCES: {
    child: "homeAppliances",
    mandatory:
      "itemName modelName certificationType manufacturer size additionalCost warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  SEASON_APPLIANCES: {
    child: "seasonAppliances",
    mandatory:
      "itemName modelName certificationType manufacturer size area installedCharge warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  OFFICE_APPLIANCES: {
    child: "officeAppliances",
    mandatory:
      "itemName modelName certificationType manufacturer size specification warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  OPTICS_APPLIANCES: {
    child: "opticsAppliances",
    mandatory:
      "itemName modelName certificationType manufacturer size weight specification warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  MICROELECTRONICS: {
    child: "microElectronics",
    mandatory:
      "itemName modelName certificationType ratedVoltage powerConsumption manufacturer size weight specification warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  CELLPHONE: {
    child: "cellPhone",
    mandatory:
      "itemName modelName certificationType manufacturer producer size weight telecomType joinProcess extraBurden specification warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  NAVIGATION: {
    child: "navigation",
    mandatory:
      "itemName modelName certificationType ratedVoltage powerConsumption manufacturer size weight specification updateCost freeCostPeriod warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  CAR_ARTICLES: {
    child: "carArticles",
    mandatory:
      "itemName modelName certificationType caution manufacturer size applyModel warrantyPolicy roadWorthyCertification afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  MEDICAL_APPLIANCES: {
    child: "medicalAppliances",
    mandatory:
      "itemName modelName advertisingCertificationType manufacturer purpose usage caution warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  KITCHEN_UTENSILS: {
    child: "kitchenUtensils",
    mandatory: "itemName modelName material component size manufacturer producer warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  COSMETIC: {
    child: "cosmetic",
    mandatory:
      "capacity specification usage manufacturer producer distributor mainIngredient certificationType caution warrantyPolicy customerServicePhoneNumber",
    dates: { expirationDate: "month" },
  },
  JEWELLERY: {
    child: "jewellery",
    mandatory:
      "material purity weight manufacturer size caution specification provideWarranty warrantyPolicy afterServiceDirector",
  },
  FOOD: {
    child: "food",
    mandatory: "foodItem weight amount size producer productComposition keep adCaution customerServicePhoneNumber",
    dates: { packDate: "day", consumptionDate: "day" },
  },
  GENERAL_FOOD: {
    child: "generalFood",
    mandatory:
      "productName foodType producer location weight amount ingredients consumerSafetyCaution customerServicePhoneNumber",
    yesNo: "geneticallyModified importDeclarationCheck",
    dates: { packDate: "day", consumptionDate: "day" },
  },
  DIET_FOOD: {
    child: "dietFood",
    mandatory:
      "productName producer location storageMethod weight amount ingredients nutritionFacts specification cautionAndSideEffect nonMedicinalUsesMessage consumerSafetyCaution customerServicePhoneNumber",
    yesNo: "geneticallyModified importDeclarationCheck",
    dates: { consumptionDate: "day" },
  },
  KIDS: {
    child: "kids",
    mandatory:
      "itemName modelName certificationType size weight color material recommendedAge manufacturer caution warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  MUSICAL_INSTRUMENT: {
    child: "musicalInstrument",
    mandatory:
      "itemName modelName size color material components manufacturer detailContent warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  SPORTS_EQUIPMENT: {
    child: "sportsEquipment",
    mandatory:
      "itemName modelName certificationType size weight color material components manufacturer detailContent warrantyPolicy afterServiceDirector",
    dates: { releaseDate: "month" },
  },
  BOOKS: { child: "books", mandatory: "title author publisher size pages description", dates: { publishDate: "day" } },
  RENTAL_HA: {
    child: "rentalHa",
    mandatory: "itemName modelName payingForLossOrDamage refundPolicyForCancel customerServicePhoneNumber",
  },
  RENTAL_ETC: {
    child: "rentalEtc",
    mandatory: "itemName modelName payingForLossOrDamage refundPolicyForCancel customerServicePhoneNumber",
  },
  DIGITAL_CONTENTS: {
    child: "digitalContents",
    mandatory: "producer termsOfUse usePeriod medium requirement cancelationPolicy customerServicePhoneNumber",
  },
  GIFT_CARD: {
    child: "giftCard",
    mandatory: "issuer termsOfUse refundPolicy customerServicePhoneNumber",
    choices: [
      ["useStorePlace", "useStoreAddressId", "useStoreUrl"],
      ["periodStartDate+periodEndDate", "periodDays"],
    ],
  },
  MOBILE_COUPON: {
    child: "mobileCoupon",
    mandatory: "issuer usableCondition usableStore cancelationPolicy customerServicePhoneNumber",
  },
  MOVIE_SHOW: {
    child: "movieShow",
    mandatory:
      "sponsor actor rating showTime showPlace cancelationCondition cancelationPolicy customerServicePhoneNumber",
  },
  ETC_SERVICE: {
    child: "etcService",
    mandatory:
      "serviceProvider certificateDetails usableCondition cancelationStandard cancelationPolicy customerServicePhoneNumber",
  },
  BIOCHEMISTRY: {
    child: "biochemistry",
    mandatory:
      "productName dosageForm weight effect producer manufacturer childProtection chemicals caution safeCriterionNo customerServicePhoneNumber",
    dates: { packDate: "month", expirationDate: "month" },
  },
  BIOCIDAL: {
    child: "biocidal",
    mandatory:
      "productName weight effect rangeOfUse producer manufacturer childProtection harmfulChemicalSubstance maleficence caution approvalNumber customerServicePhoneNumber",
    dates: { expirationDate: "day" },
  },
  ETC: {
    child: "etc",
    mandatory: "itemName modelName manufacturer",
    choices: [["afterServiceDirector", "customerServicePhoneNumber"]],
  },
};

/** In the mall's list of types, but without fields of their own. */
export const typesWithoutFields = ["LODGMENT_RESERVATION", "TRAVEL_PACKAGE", "AIRLINE_TICKET", "RENT_CAR"];

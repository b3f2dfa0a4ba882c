/** Reading the public register of markets. */
export const marketCodes = [
  "market.heading_missing",
  "market.name_missing",
  "market.address_missing",
  "market.repeated",
  "market.address_spacing",
  "market.province_misspelt",
  "market.road_address_missing",
  "market.home_page_repaired",
  "market.home_page_unreadable",
  "market.phone_unreadable",
  "market.place_unreadable",
  "market.number_unreadable",
  "market.district_unknown",
  "market.districts_differ",
  "market.place_outside",
  "market.not_found",
] as const;

/** Column keys of what a merchant may be asked to change, beside photos one by one and the notice. */
export const askable = [
  "name",
  "price",
  "description",
  "origin",
  "maker",
  "options",
  "shipping_fee",
  "kc",
  "tags",
  "category",
];

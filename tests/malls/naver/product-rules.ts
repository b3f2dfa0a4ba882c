import { examineAttributes } from "./attribute-rules.ts";
import { type Examination, examine, listAt } from "./body.ts";
import { findMallCategory } from "./categories.ts";
import { examineNotice } from "./notice-rules.ts";
import type { Complaint } from "./refusals.ts";
import { addressBooks } from "./store-data.ts";
import type { NaverWorld } from "./world.ts";

/** What the mall refuses in the body of a create, or of an update (which may leave a few things as they are). */
export function complaintsAbout(world: NaverWorld, body: unknown, purpose: "create" | "update"): Complaint[] {
  const examination = examine(body);
  const { at, complain, complaints } = examination;
  if (!at("originProduct")) complain("no origin product");
  if (!at("smartstoreChannelProduct")) complain("no channel product");
  if (complaints.length > 0) return complaints;
  examineBasics(examination, world, purpose);
  examineImages(examination, world, purpose);
  examineDelivery(examination);
  examineAttributes(examination, world);
  if (purpose === "create" || at("originProduct.detailAttribute.productInfoProvidedNotice")) examineNotice(examination);
  examineChannelProduct(examination);
  return complaints;
}

function examineBasics(body: Examination, { switches }: NaverWorld, purpose: "create" | "update"): void {
  body.oneOf("an unknown status", purpose === "create" ? ["SALE"] : ["SALE", "SUSPENSION"]);
  if (body.at("originProduct.saleType") !== undefined) body.oneOf("an unknown kind of sale", ["NEW", "OLD"]);

  const name = body.text("no name");
  // The reference names no number; sellers keep to 50 and leave these characters out, so we refuse the rest.
  if (name && [...name].length > 50) body.complain("a name of 51 characters");
  if (name && /[\\*?"<>]/.test(name)) {
    body.complain("a name with a sign that is not taken");
  }

  const code = body.text("no category");
  const category = findMallCategory(code);
  if (code && !category?.last) {
    body.complain("a category that is no leaf");
  } else if (code && switches.forbiddenCategories.has(code)) {
    body.complain("a category that the seller may not sell in");
  }

  const price = body.number("no price", "a price below 10", "a price above all", 10, 999_999_990);
  if (price !== null && price % 10 !== 0) {
    body.complain("a price between tens");
  }
  if (purpose === "create" || body.at("originProduct.stockQuantity") !== undefined) {
    const fewest = purpose === "create" ? 1 : 0;
    body.number("nothing said of the stock", "a stock of nothing", "a stock above all", fewest, 99_999_999);
  }
  for (const [field, minute, rule] of [
    ["saleStartDate", "00", "a sale that starts within an hour"],
    ["saleEndDate", "59", "a sale that ends within an hour"],
  ] as const) {
    const date = body.at(`originProduct.${field}`);
    const form = new RegExp(`^\\d{4}-\\d\\d-\\d\\dT\\d\\d:${minute}(:\\d\\d(\\.\\d{3})?)?\\+09:00$`);
    if (date !== undefined && !form.test(String(date))) body.complain(rule);
  }
}

/** Every address must be one the upload gave, also those inside the HTML. */
function examineImages(body: Examination, { images }: NaverWorld, purpose: "create" | "update"): void {
  const main = body.text("no main picture");
  if (main && !images.has(main)) body.complain("a main picture from elsewhere");

  const optional = listAt(body.at("originProduct"), "images.optionalImages");
  if (optional.length > 9) {
    body.complain("ten further pictures");
  }
  optional.forEach((image, index) => {
    const url = (image as { url?: unknown } | null)?.url;
    if (typeof url !== "string" || !images.has(url)) body.complain("a further picture from elsewhere", index);
  });

  if (purpose === "update" && body.at("originProduct.detailContent") === undefined) return;
  const html = body.text("no detail page") ?? "";
  for (const [, url] of html.matchAll(/<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)/gi)) {
    if (!images.has(url ?? "")) body.complain("a picture from elsewhere in the detail page");
  }
}

function examineDelivery(body: Examination): void {
  const path = "originProduct.deliveryInfo";
  if (body.at(path) === undefined) return;
  const type = body.oneOf("an unknown delivery", ["DELIVERY", "DIRECT"]);
  body.oneOf("an unknown kind of delivery", [
    "NORMAL",
    "TODAY",
    "OPTION_TODAY",
    "HOPE",
    "TODAY_ARRIVAL",
    "DAWN_ARRIVAL",
  ]);
  if (type === "DELIVERY") body.text("no courier");
  if (body.at(`${path}.deliveryBundleGroupId`) !== undefined) {
    body.complain("another seller's bundle");
  }

  const feeType = body.oneOf("an unknown delivery fee", [
    "FREE",
    "CONDITIONAL_FREE",
    "PAID",
    "UNIT_QUANTITY_PAID",
    "RANGE_QUANTITY_PAID",
  ]);
  if (feeType && feeType !== "FREE") {
    body.number("no delivery fee", "a delivery fee below nothing", "a delivery fee above 100,000", 0, 100_000);
    body.oneOf("an unknown way of paying for delivery", ["COLLECT", "PREPAID", "COLLECT_OR_PREPAID"]);
  }

  body.number("no return fee", "a return fee below nothing", "a return fee above a million", 0, 1_000_000);
  body.number("no exchange fee", "an exchange fee below nothing", "an exchange fee above a million", 0, 1_000_000);
  for (const [field, addressType, rule] of [
    ["shippingAddressId", "RELEASE", "an unknown shipping address"],
    ["returnAddressId", "REFUND_OR_EXCHANGE", "an unknown return address"],
  ] as const) {
    const id = body.at(`${path}.claimDeliveryInfo.${field}`);
    const known = addressBooks.some((book) => book.addressBookNo === id && book.addressType === addressType);
    if (!known) body.complain(rule);
  }
}

function examineChannelProduct(body: Examination): void {
  const path = "smartstoreChannelProduct";
  if (typeof body.at(`${path}.naverShoppingRegistration`) !== "boolean") {
    body.complain("nothing said of Naver Shopping");
  }
  body.oneOf("an unknown display", ["ON", "SUSPENSION"]);
}

import { z } from "zod";
import { issue } from "#app/domain/issue/issue.ts";
import type { Cafe24Answer, CallCafe24 } from "./client.ts";

const productShape = z.object({
  product_no: z.number(),
  custom_product_code: z.string().nullish(),
  product_name: z.string().nullish(),
  created_date: z.string().nullish(),
  display: z.enum(["T", "F"]),
  selling: z.enum(["T", "F"]),
  price: z.coerce.number().nullish(),
  /** Absent as long as the product has no picture. */
  detail_image: z.string().nullish(),
});

export type Cafe24Product = z.infer<typeof productShape>;
export type Failure = Exclude<Cafe24Answer, { kind: "done" }>;

const one = z.object({ product: productShape });
const many = z.object({ products: z.array(productShape) });

/** As many as the mall gives at once; ten where nothing is said. */
export const largestPage = 100;

/** All that carry our code, oldest first; an empty list is the mall's own "there is none". */
export async function findProducts(call: CallCafe24, reference: string): Promise<Cafe24Product[] | Failure> {
  const found = await list(call, { custom_product_code: reference });
  // The mall gives whatever has the reference somewhere in its code.
  return "kind" in found ? found : found.filter((one) => one.custom_product_code === reference);
}

/** The shop's products above a number, whoever made them. */
export async function listProducts(call: CallCafe24, above: string): Promise<Cafe24Product[] | Failure> {
  return list(call, { since_product_no: above });
}

async function list(call: CallCafe24, wanted: Record<string, string>): Promise<Cafe24Product[] | Failure> {
  const answer = await call("GET", `/products?${new URLSearchParams({ ...wanted, limit: String(largestPage) })}`);
  if (answer.kind !== "done") return answer;
  const read = many.safeParse(answer.body);
  return read.success ? read.data.products.toSorted((a, b) => a.product_no - b.product_no) : unreadable();
}

/** By the mall's number; empty when the mall says that there is none. */
export async function readProduct(call: CallCafe24, number: string): Promise<Cafe24Product[] | Failure> {
  const answer = await call("GET", `/products/${encodeURIComponent(number)}`);
  if (answer.kind === "missing") return [];
  if (answer.kind !== "done") return answer;
  const read = one.safeParse(answer.body);
  return read.success ? [read.data.product] : unreadable();
}

export function isWhole({ detail_image }: Cafe24Product): boolean {
  return Boolean(detail_image);
}

export function isShown({ display, selling }: Cafe24Product): boolean {
  return display === "T" && selling === "T";
}

/** Seen, or sold to whoever has its address. */
export function isOffered({ display, selling }: Cafe24Product): boolean {
  return display === "T" || selling === "T";
}

export function unreadable(): Extract<Failure, { kind: "lost" }> {
  return { kind: "lost", reason: issue("mall.answer_unreadable", { mall: "cafe24" }) };
}

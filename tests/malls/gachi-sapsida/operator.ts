import { createHash } from "node:crypto";
import exceljs from "exceljs";
import sharp from "sharp";
import { fromBufferPromise } from "yauzl";
import { z } from "zod";
import { type Reason, reason } from "./refusals.ts";

export interface OpenedPackage {
  name: string;
  price: number;
  stock: number;
  disclosure: [label: string, value: string][];
  /** The first picture; null when none can be seen. */
  picture: Buffer | null;
  /** Why the operator will send it back; empty: it can be put on sale. */
  faults: Reason[];
}

const said = z.string().trim().min(1);

/** What the operator needs to find in `product.json`, written down apart from what Baekseon writes. */
const productFile = z.object({
  reference: said,
  merchant: z.object({
    name: said,
    ownerName: said,
    businessNumber: z.string().regex(/^\d{10}$/),
    mailOrderNumber: said,
    phone: said,
    address: said,
  }),
  product: z.object({ name: said, price: z.number().int().positive(), stock: z.number().int().positive() }),
  origin: z.object({ kind: z.string(), text: said }),
  notice: z.array(z.object({ label: said, value: said })).min(1),
  delivery: z.object({ shippingFee: z.number(), returnFee: z.number(), exchangeFee: z.number() }),
  pictures: z.array(said).min(1),
  documents: z.array(z.object({ name: said, required: z.boolean() })).min(1),
});

const largestUnpacked = 200_000_000;

/** Null: not a package at all, which the desk does not even take. */
export async function openPackage(bytes: Buffer, reference: string): Promise<OpenedPackage | null> {
  const files = await unpack(bytes);
  const stated = readJson(files?.get("product.json"));
  if (!files || stated === null) return null;
  const faults: Reason[] = [];
  const read = productFile.safeParse(stated);
  if (!read.success) {
    const places = read.error.issues.map(({ path }) => path.join("."));
    faults.push(reason("facts left out", places.join(", ")));
  }
  if (!(await hasProductSheet(files.get("상품정보.xlsx")))) faults.push(reason("no sheet"));
  if (!files.get("서류목록.txt")?.length) faults.push(reason("no list of papers"));
  const pictures = [...files].filter(([name]) => /^사진\/\d+\.jpg$/.test(name)).map(([, picture]) => picture);
  const sides = await Promise.all(pictures.map(shorterSide));
  if (pictures.length === 0) faults.push(reason("no picture"));
  if (sides.includes(null)) faults.push(reason("a picture that does not open"));
  if (sides.some((side) => side !== null && side < 600)) faults.push(reason("a picture below 600 pixels"));
  const product = read.data;
  if (product && product.reference !== reference) faults.push(reason("another reference"));
  if (product && product.origin.kind !== "domestic") faults.push(reason("foreign goods"));
  if (product?.pictures.some((name) => !files.has(name))) faults.push(reason("a picture that is listed and missing"));
  const first = pictures.find((_, index) => sides[index] !== null);
  const { name, price, stock } = product?.product ?? { name: "", price: 0, stock: 0 };
  const disclosure = (product?.notice ?? []).map(({ label, value }): [string, string] => [label, value]);
  return { name, price, stock, disclosure, picture: first ?? null, faults };
}

export function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function unpack(bytes: Buffer): Promise<Map<string, Buffer> | null> {
  try {
    const zip = await fromBufferPromise(bytes);
    const files = new Map<string, Buffer>();
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > largestUnpacked) return null;
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
      files.set(entry.fileName, Buffer.concat(parts));
    }
    return files;
  } catch {
    return null;
  }
}

function readJson(bytes: Buffer | undefined): unknown {
  try {
    return bytes ? JSON.parse(bytes.toString()) : null;
  } catch {
    return null;
  }
}

async function hasProductSheet(bytes: Buffer | undefined): Promise<boolean> {
  if (!bytes) return false;
  try {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
    const headings = workbook.getWorksheet("상품정보")?.getColumn(1).values ?? [];
    return ["상호", "상품명", "판매가(원)", "원산지"].every((heading) => headings.includes(heading));
  } catch {
    return false;
  }
}

/** Pixels; null when the picture does not open to its last row. */
async function shorterSide(bytes: Buffer): Promise<number | null> {
  try {
    const { info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    return Math.min(info.width, info.height);
  } catch {
    return null;
  }
}

import { randomUUID } from "node:crypto";
import { type Database, inTransaction, type Transaction } from "#app/services/database/database.ts";
import { isBlank, SheetRefused, type SheetRows } from "#app/services/sheets/sheet-rows.ts";
import type { Actor } from "../account/actor.ts";
import { recordAudit } from "../audit/record.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { toStored } from "../issue/stored-issues.ts";
import { isRepaired, type MarketVerdict, readMarket } from "./read-market.ts";
import { resolveRegisterColumns } from "./register-columns.ts";

export interface LoadedMarkets {
  /** read = loaded + refused; repaired is part of loaded. */
  read: number;
  loaded: number;
  repaired: number;
  refused: number;
  /** read = placed + lookAt. */
  seoul: { read: number; placed: number; lookAt: { row: number; name: string; code: Issue["code"] }[] };
  /** Everything that was repaired, left out, refused or is to be looked at, in the file's order. */
  issues: { name: string; issue: Issue }[];
}

interface JudgedRow extends MarketVerdict {
  row: number;
}

/**
 * Loads the public register of markets into ours: a market is known by its name and address, a later file changes it. The district
 * that a person chose stays where the file knows none. @throws SheetRefused when it is no such file
 */
export async function loadMarkets(database: Database, actor: Actor, sheet: SheetRows): Promise<LoadedMarkets> {
  const rows = await judge(sheet);
  await inTransaction(database, (transaction) => save(transaction, actor, rows));
  const loaded = rows.filter(({ market }) => market !== null);
  const inSeoul = rows.filter((one) => one.inSeoul);
  const lookAt = inSeoul.flatMap(({ row, name, lookAt: code }) => (code ? [{ row, name, code }] : []));
  return {
    read: rows.length,
    loaded: loaded.length,
    repaired: loaded.filter(isRepaired).length,
    refused: rows.length - loaded.length,
    seoul: { read: inSeoul.length, placed: inSeoul.length - lookAt.length, lookAt },
    issues: rows.flatMap(({ name, issues }) => issues.map((one) => ({ name, issue: one }))),
  };
}

async function judge(sheet: SheetRows): Promise<JudgedRow[]> {
  let readRow: ReturnType<typeof resolveRegisterColumns> | undefined;
  const judged: JudgedRow[] = [];
  const seen = new Map<string, number>();
  for await (const { row, cells } of sheet) {
    if (isBlank(cells)) continue;
    if (!readRow) {
      readRow = resolveRegisterColumns(cells);
      continue;
    }
    const verdict = readMarket(row, readRow(cells));
    judged.push({ row, ...refuseRepeated(row, verdict, seen) });
  }
  if (!readRow) throw new SheetRefused("sheet.no_heading_row");
  return judged;
}

function refuseRepeated(row: number, verdict: MarketVerdict, seen: Map<string, number>): MarketVerdict {
  const { market, inSeoul } = verdict;
  if (!market) return verdict;
  const key = `${market.name}\0${market.address}`;
  const earlier = seen.get(key);
  if (earlier === undefined) {
    seen.set(key, row);
    return verdict;
  }
  const repeated = issue("market.repeated", { row, field: "market.name" }, { params: { earlier }, raw: market.name });
  return { ...verdict, market: null, issues: [repeated], lookAt: inSeoul ? "market.repeated" : null };
}

async function save(transaction: Transaction, actor: Actor, rows: JudgedRow[]): Promise<void> {
  // Two offices loading at once would otherwise both find a market absent.
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('load-markets', 0))`;
  const known = await transaction.market.findMany({ select: { id: true, name: true, address: true } });
  const idOf = new Map(known.map(({ id, name, address }) => [`${name}\0${address}`, id]));
  const batchId = randomUUID();
  let created = 0;
  for (const { market, issues } of rows) {
    if (!market) continue;
    const id = idOf.get(`${market.name}\0${market.address}`);
    const { districtCode, ...rest } = market;
    const facts = { ...rest, issues: toStored(issues) };
    if (id) await transaction.market.update({ where: { id }, data: districtCode ? { ...facts, districtCode } : facts });
    else await transaction.market.create({ data: { ...facts, districtCode } });
    if (!id) created += 1;
  }
  const loaded = rows.filter(({ market }) => market !== null).length;
  const details = { read: rows.length, loaded, created };
  await recordAudit(transaction, actor, {
    action: "load-markets",
    subject: { kind: "market", id: batchId },
    batchId,
    details,
  });
}

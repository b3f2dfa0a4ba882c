import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { Mall, MallKey } from "./contract.ts";
import { readMallSettings } from "./mall-settings.ts";
import { malls } from "./registry.ts";

type Values = Record<string, string | undefined>;

/** The malls at which a merchant may connect a shop of their own. */
export function mallsWithOwnShops(): MallKey[] {
  return Object.values(malls).flatMap(({ key, ownShop }) => (ownShop ? [key] : []));
}

/** What a merchant typed, as its mall writes it; a secret that was left empty stays as it is kept. */
export function tidyOwnShop({ ownShop }: Mall, typed: Record<string, string>): Record<string, string> {
  const entries = Object.entries(typed).map(([variable, text]) => [variable, text.normalize("NFKC").trim()] as const);
  return Object.fromEntries(
    entries.map(([variable, text]) => [variable, variable === ownShop?.address ? ownShop.readAddress(text) : text]),
  );
}

/**
 * What is wrong with an own shop's values; each issue's field is a variable. Its address is one of the mall's own, for a worker calls it:
 * or the very one that this server's settings name, as a sandbox's do.
 */
export function judgeOwnShop(mall: Mall, { entered, given }: { entered: Values; given: Values }): Issue[] {
  const { ownShop } = mall;
  if (!ownShop) return [issue("channel.not_found")];
  const at = entered[ownShop.address];
  if (at === undefined) return [issue("connection.value_missing", { field: ownShop.address })];
  const isOwn = ownShop.isAddress(at) || at === given[ownShop.address];
  const { problems } = readMallSettings(mall.key, entered);
  return [
    ...(isOwn ? [] : [issue("connection.value_wrong", { field: ownShop.address })]),
    ...problems
      .filter(({ variable }) => variable !== ownShop.address)
      .map(({ variable, kind }) =>
        issue(kind === "missing" ? "connection.value_missing" : "connection.value_wrong", { field: variable }),
      ),
  ];
}

import type { Database } from "#app/services/database/database.ts";

/** Field → name of whoever typed it, where that was none of the merchants. */
export async function findTypists(
  database: Database,
  typedBy: Readonly<Record<string, string>>,
  merchantIds: readonly string[],
): Promise<Record<string, string>> {
  const ids = [...new Set(Object.values(typedBy))].filter((id) => !merchantIds.includes(id));
  const helpers = await database.account.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(helpers.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    Object.entries(typedBy).flatMap(([field, id]) => {
      const name = names.get(id);
      return name === undefined ? [] : [[field, name]];
    }),
  );
}

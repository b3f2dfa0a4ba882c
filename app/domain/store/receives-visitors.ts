import type { Prisma } from "#app/services/database/database.ts";

/** What of a store tells whether it receives visitors. */
export const receivesVisitorsInclude = {
  members: {
    where: {
      account: {
        state: "active",
        closingAt: null,
        // An earlier text holds until it is taken back, as it does for what stands at malls.
        consents: { some: { kind: "passing_on", agreed: true, withdrawnAt: null } },
      },
    },
    select: { storeId: true },
    take: 1,
  },
} satisfies Prisma.StoreInclude;

/** Visitors are welcome where the store says so and one of its people lets its data be passed on and is not leaving. */
export function receivesVisitors({ visitable, members }: { visitable: boolean; members: readonly unknown[] }): boolean {
  return visitable && members.length > 0;
}

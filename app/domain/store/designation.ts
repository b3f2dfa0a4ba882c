import type { Prisma } from "#app/services/database/database.ts";

/** Designations that hold on the day it now is in Seoul, their first and last days included. */
export function validOn(now: Date): Prisma.DesignationWhereInput {
  const today = dayInSeoul(now);
  return { validFrom: { lte: today }, validTo: { gte: today } };
}

/** The day it is in Seoul, as a date column takes it. */
export function dayInSeoul(now: Date): Date {
  const today = new Date(now.getTime() + 9 * 60 * 60 * 1000);
  today.setUTCHours(0, 0, 0, 0);
  return today;
}

import { z } from "zod";

export const pageSize = 50;

/** Where a page of rows that are ordered by time and id ends. */
export interface TimePlace {
  at: Date;
  id: string;
}

const written = z.templateLiteral([z.number().int().nonnegative(), "_", z.uuid()]);

/** A place as an address carries it; what was not written by `writePlace` is the beginning. */
export function readPlace(text: string | null): TimePlace | null {
  if (text === null || !written.safeParse(text).success) return null;
  const [at = "", id = ""] = text.split("_");
  return { at: new Date(Number(at)), id };
}

export function writePlace({ at, id }: TimePlace): string {
  return `${at.getTime()}_${id}`;
}

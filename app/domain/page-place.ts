export const pageSize = 50;

/** Where a page of rows that are ordered by time and id ends. */
export interface TimePlace {
  at: Date;
  id: string;
}

const written = /^(\d{1,14})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** A place as an address carries it; what was not written by `writePlace` is the beginning. */
export function readPlace(text: string | null): TimePlace | null {
  const [, milliseconds, id] = written.exec(text ?? "") ?? [];
  return id ? { at: new Date(Number(milliseconds)), id } : null;
}

export function writePlace({ at, id }: TimePlace): string {
  return `${at.getTime()}_${id}`;
}

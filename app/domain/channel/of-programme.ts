import { Prisma } from "#app/services/database/database.ts";

/** Of a listing: it is for a mall of the programme, which a season counts, and not for its merchant's own shop. */
export const ofProgramme = Prisma.sql`position('@' in "channel_key") = 0`;

export const roles = ["merchant", "curator", "creator", "office"] as const;
export type Role = (typeof roles)[number];

/** Who acts. `program` is Baekseon itself: jobs and the start-up. */
export type Actor = { kind: "person"; accountId: string; role: Role; onBehalfOfId?: string } | { kind: "program" };

export const program: Actor = { kind: "program" };

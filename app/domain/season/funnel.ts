/** How far a submission can come. */
export const funnelSteps = ["submitted", "eligible", "judged", "selected", "live"] as const;
export type FunnelStep = (typeof funnelSteps)[number];

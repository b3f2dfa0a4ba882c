/** What is done by itself where a mall shows something else than it was sent. */
export const driftRules = ["ask", "send_ours", "accept_deletion"] as const;

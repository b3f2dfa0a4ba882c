import type { MessageProvider } from "./provider.ts";

/** The demonstration's gateway: nothing leaves the outbox, where the office reads it. */
export const recorder: MessageProvider = {
  send: async ({ medium }) => ({ outcome: "delivered", sentBy: medium, providerId: null }),
  repeatable: () => true,
  lookUp: async () => null,
};

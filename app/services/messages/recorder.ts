import type { MessageProvider, OutgoingMessage } from "./provider.ts";

/** The demonstration's gateway: nothing leaves the outbox, where the office reads it; `show` may say it aloud as well. */
export function recorder(show: (message: OutgoingMessage) => void = () => {}): MessageProvider {
  return {
    async send(message) {
      show(message);
      return { outcome: "delivered", sentBy: message.medium, providerId: null };
    },
    repeatable: () => true,
    lookUp: async () => null,
  };
}

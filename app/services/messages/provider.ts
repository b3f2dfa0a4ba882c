import type { MessageMedium } from "../database/generated/enums.ts";

export type { MessageMedium };

/** One message in its final words, and what is known of earlier attempts to send it. */
export interface OutgoingMessage {
  /** The outbox row's id; providers that take an id of ours get this one. */
  id: string;
  medium: MessageMedium;
  /** Phone in E.164 or e-mail address. */
  recipient: string;
  /** Key of the text; gateways that send approved templates map it to theirs. */
  template: string;
  locale: string;
  subject: string;
  text: string;
  /** The placeholders of the text and nothing else. */
  variables: Record<string, string>;
  /** The provider's group of an earlier attempt, or null. */
  group: string | null;
  /** Keeps the provider's group; done before anything can go out. */
  keepGroup(group: string): Promise<void>;
}

/**
 * `refused`: it will never be sent. `not_sent`: nothing went out, safe to repeat. `unknown`: handed over and the answer
 * lost; only a provider that is `repeatable` may be asked again. Reasons are for the log and hold no personal data.
 */
export type SendAnswer =
  | { outcome: "sent"; sentBy: MessageMedium; providerId: string | null }
  | { outcome: "delivered"; sentBy: MessageMedium; providerId: string | null }
  | { outcome: "refused"; reason: string }
  | { outcome: "not_sent"; reason: string; retryAfterSeconds: number }
  | { outcome: "unknown"; reason: string };

export type DeliveryAnswer =
  | { outcome: "delivered"; sentBy: MessageMedium }
  | { outcome: "refused"; reason: string }
  | { outcome: "pending" };

export interface MessageProvider {
  send(message: OutgoingMessage): Promise<SendAnswer>;
  /** Whether a message of this medium goes out once even when `send` runs again after a kill or a lost answer. */
  repeatable(medium: MessageMedium): boolean;
  /** What became of a sent message; null where nobody can tell. */
  lookUp(medium: MessageMedium, providerId: string): Promise<DeliveryAnswer | null>;
}

/** Texts by one provider, e-mail by another. */
export function joinProviders({ texts, email }: { texts: MessageProvider; email: MessageProvider }): MessageProvider {
  const of = (medium: MessageMedium) => (medium === "email" ? email : texts);
  return {
    send: (message) => of(message.medium).send(message),
    repeatable: (medium) => of(medium).repeatable(medium),
    lookUp: (medium, providerId) => of(medium).lookUp(medium, providerId),
  };
}

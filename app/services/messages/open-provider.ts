import { joinProviders, type MessageProvider, type OutgoingMessage } from "./provider.ts";
import { recorder } from "./recorder.ts";
import { type SmtpSettings, smtpProvider } from "./smtp.ts";
import { type SolapiSettings, solapiProvider } from "./solapi.ts";

/** What has a gateway leaves by it; the rest is recorded and shown. Production's settings always name both. */
export function openMessageProvider(
  { solapi, smtp }: { solapi: SolapiSettings | null; smtp: SmtpSettings | null },
  show: (message: OutgoingMessage) => void,
): MessageProvider {
  return joinProviders({
    texts: solapi ? solapiProvider(solapi) : recorder(show),
    email: smtp ? smtpProvider(smtp) : recorder(show),
  });
}

import { joinProviders, type MessageProvider } from "./provider.ts";
import { recorder } from "./recorder.ts";
import { type SmtpSettings, smtpProvider } from "./smtp.ts";
import { type SolapiSettings, solapiProvider } from "./solapi.ts";

/** What has a gateway leaves by it; the rest is recorded only. Production's settings always name both. */
export function openMessageProvider({
  solapi,
  smtp,
}: {
  solapi: SolapiSettings | null;
  smtp: SmtpSettings | null;
}): MessageProvider {
  return joinProviders({
    texts: solapi ? solapiProvider(solapi) : recorder,
    email: smtp ? smtpProvider(smtp) : recorder,
  });
}

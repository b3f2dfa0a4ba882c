import { z } from "zod";
import { type Database, inTransaction } from "#app/services/database/database.ts";
import type { Actor } from "../account/actor.ts";
import { refuseUnlessOffice } from "../account/office-only.ts";
import { recordAudit } from "../audit/record.ts";
import { type Issue, issue } from "../issue/issue.ts";
import { done, type Outcome } from "../outcome.ts";
import { rulesOn } from "../promotion/disclosure-rules.ts";
import { districts } from "../store/districts.ts";
import { dateOf, seoulDay } from "../visit/seoul-time.ts";

export const benefits = ["none", "food", "goods", "fee"] as const;
const storeKinds = ["hundred_year", "traditional_market", "cooperative", "craft"] as const;

export const createCampaignInput = z.object({
  name: z.string().trim().max(100),
  startsOn: z.string(),
  endsOn: z.string(),
  kinds: z.array(z.enum(storeKinds)),
  districts: z.array(z.enum(districts.map(({ code }) => code))).default([]),
  benefit: z.enum(benefits),
  /** Won a visit, as typed. */
  benefitValue: z.string().default(""),
  duties: z.string().trim().max(2000).default(""),
  contentDays: z.coerce.number().int().min(1).max(90).catch(14).default(14),
});

/** The office prepares a campaign of visits; nobody sees it before it is opened. */
export async function createCampaign(
  database: Database,
  actor: Actor,
  input: z.input<typeof createCampaignInput>,
  now = new Date(),
): Promise<Outcome<{ campaignId: string }>> {
  const notOffice = refuseUnlessOffice(actor);
  if (notOffice) return notOffice;
  const { name, kinds, benefit, ...typed } = createCampaignInput.parse(input);
  const startsOn = dateOf(typed.startsOn);
  const endsOn = dateOf(typed.endsOn);
  const benefitValue = readWon(typed.benefitValue);
  const issues: Issue[] = [];
  if (!name) issues.push(issue("form.missing", { field: "campaign_name" }));
  if (!startsOn) issues.push(issue("form.missing", { field: "starts_on" }));
  if (!endsOn) issues.push(issue("form.missing", { field: "ends_on" }));
  if (startsOn && endsOn && endsOn < startsOn) issues.push(issue("campaign.dates_crossed", { field: "ends_on" }));
  if (endsOn && typed.endsOn < seoulDay(now)) issues.push(issue("campaign.over", { field: "ends_on" }));
  if (kinds.length === 0) issues.push(issue("campaign.kinds_missing", { field: "kinds" }));
  if (benefit !== "none" && !benefitValue) issues.push(issue("campaign.value_missing", { field: "benefit_value" }));
  if (benefit === "none" && benefitValue !== 0) {
    issues.push(issue("campaign.value_without_benefit", { field: "benefit_value" }));
  }
  if (issues.length > 0 || !startsOn || !endsOn || benefitValue === null) return { ok: false, issues };
  return inTransaction(database, async (transaction) => {
    const { id } = await transaction.campaign.create({
      data: {
        ...{ name, startsOn, endsOn, benefit, benefitValue, kinds: [...new Set(kinds)] },
        ...{ districts: typed.districts, duties: typed.duties, contentDays: typed.contentDays },
        disclosureRules: rulesOn(typed.startsOn).version,
        createdById: actor.kind === "person" ? actor.accountId : null,
      },
    });
    await recordAudit(transaction, actor, { action: "create-campaign", subject: { kind: "campaign", id } });
    return done({ campaignId: id });
  });
}

/** `30,000원` is 30000, nothing is 0; null when it is no amount. */
function readWon(typed: string): number | null {
  const digits = typed.normalize("NFKC").replace(/[\s,원₩]/g, "");
  if (digits === "") return 0;
  return /^\d{1,8}$/.test(digits) ? Number(digits) : null;
}

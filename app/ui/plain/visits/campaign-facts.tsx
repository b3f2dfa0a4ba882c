import type { ListedCampaign } from "#app/domain/campaign/list-campaigns.ts";
import { formatDay, formatWon } from "#app/messages/format.ts";
import { benefitWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { Fact } from "../fact.tsx";
import { useLocale, useSentence } from "../locale.tsx";

/** What a campaign gives, when, and what is owed for it. */
export function CampaignFacts({ campaign }: { campaign: ListedCampaign }) {
  const t = useSentence();
  const locale = useLocale();
  const { startsOn, endsOn, benefit, benefitValue, duties, contentDays, disclosureRules } = campaign;
  const day = (text: string) => formatDay(locale, text);
  return (
    <dl className="facts desk-facts">
      <Fact word={t(m.period)}>{t(m.periodOf, { from: day(startsOn), to: day(endsOn) })}</Fact>
      <Fact word={t(m.given)}>
        {benefit === "none"
          ? t(benefitWords.none)
          : t(m.givenOf, { benefit: t(benefitWords[benefit]), value: formatWon(locale, benefitValue) })}
      </Fact>
      <Fact word={t(m.duties)}>
        {duties && <p>{duties}</p>}
        <p className="soft">{t(m.contentWithin, { days: contentDays })}</p>
      </Fact>
      <Fact word={t(m.disclosureRules)}>
        <span className="soft">{t(m.rulesOf, { version: disclosureRules })}</span>
      </Fact>
    </dl>
  );
}

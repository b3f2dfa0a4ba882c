import { Link } from "@remix-run/react";
import { type ProductStage, productStages } from "#app/domain/product/stages.ts";
import { merchantMessages as m, stageWords } from "#app/messages/merchant.ts";
import { Icon } from "#app/ui/plain/icon.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { toneIcons } from "#app/ui/plain/status.tsx";
import { type ListPlace, listPath } from "./list-path.ts";
import { stageTones } from "./tones.ts";

/** How many products are at each stage; each count opens the list of just those. */
export function StageTabs({
  counts,
  total,
  current,
}: {
  counts: Record<ProductStage, number>;
  total: number;
  current: ListPlace;
}) {
  const t = useSentence();
  const { stage: shown, word } = current;
  return (
    <nav aria-label={t(m.stagesTitle)}>
      <ul className="stages">
        <li>
          <Link to={listPath({ word })} aria-current={shown === undefined ? "true" : undefined} preventScrollReset>
            <span className="word">{t(m.all)}</span>
            <strong>{total}</strong>
          </Link>
        </li>
        {productStages.map((stage) => (
          <li key={stage}>
            <Link to={listPath({ word, stage })} aria-current={shown === stage ? "true" : undefined} preventScrollReset>
              <span className={`status tone-${stageTones[stage]}`}>
                <Icon name={toneIcons[stageTones[stage]]} />
                <span className="word">{t(stageWords[stage])}</span>
              </span>
              <strong>{counts[stage]}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

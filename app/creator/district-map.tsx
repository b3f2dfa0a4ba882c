import { Link } from "@remix-run/react";
import { districtTiles } from "#app/domain/store/district-tiles.ts";
import { districts } from "#app/domain/store/districts.ts";
import { storeMessages as m } from "#app/messages/stores.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";

interface DistrictMapProps {
  /** How many stores by district. */
  counts: Readonly<Record<string, number>>;
  /** False: there are some, but how many of those asked for is not known. */
  counted?: boolean;
  chosen?: string | null;
  addressOf: (district: string) => string;
}

/** Seoul as 25 tiles; read aloud or without styles, a list of links. */
export function DistrictMap({ counts, counted = true, chosen = null, addressOf }: DistrictMapProps) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <ul className="district-map" aria-label={t(m.map)}>
      {districts.map(({ code, nameKo, nameEn }) => {
        const [column, row] = districtTiles[code] ?? [0, 0];
        const count = counts[code] ?? 0;
        const name = locale === "ko" ? nameKo : nameEn;
        const place = { gridColumn: column + 1, gridRow: row + 1 };
        // On a tile the last syllable is left out where two remain: 마포, but 중구.
        const short = locale === "ko" ? (nameKo.length > 2 ? nameKo.slice(0, -1) : nameKo) : nameEn.replace("-gu", "");
        return (
          <li key={code} style={place}>
            {count > 0 ? (
              <Link
                to={addressOf(code)}
                className="district-tile"
                aria-label={counted ? t(m.mapTile, { name, count }) : name}
                aria-current={code === chosen ? "true" : undefined}
              >
                <span>{short}</span>
                {counted && <b>{count}</b>}
              </Link>
            ) : (
              <span className="district-tile district-none">
                <span>{short}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

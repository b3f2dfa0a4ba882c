import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { NamePiece } from "#app/domain/search/highlight.ts";
import type { SelectedProduct } from "#app/domain/season/selected-product.ts";
import { formatWon } from "#app/messages/format.ts";
import { storeMessages as m } from "#app/messages/stores.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { WebPicture } from "#app/ui/plain/web-picture.tsx";
import { FoundName } from "./found-name.tsx";
import { MallLinks } from "./mall-links.tsx";

interface ChosenProductProps {
  /** `mall` is the mall's name in the page's language. */
  product: SelectedProduct;
  /** The name with what was asked for marked in it. */
  pieces?: readonly NamePiece[];
  /** What stands above and under the name. */
  above: ReactNode;
  below?: ReactNode;
  /** The name's rank among the page's headings. */
  heading: "h2" | "h3";
  id?: string;
  first?: boolean;
}

export function ChosenProduct({
  product,
  pieces,
  above,
  below,
  heading: Heading,
  id,
  first = false,
}: ChosenProductProps) {
  const t = useSentence();
  const price = formatWon(useLocale(), product.price);
  return (
    <li className="chosen" id={id}>
      <WebPicture
        picture={product.picture}
        alt={product.name}
        sizes="(min-width: 1000px) 350px, (min-width: 640px) 50vw, 100vw"
        fit="whole"
        first={first}
        card
      />
      <div className="chosen-words">
        <p className="chosen-place">{above}</p>
        <Heading className="chosen-name" lang="ko">
          <Link to={`/products/${product.id}`}>{pieces ? <FoundName pieces={pieces} /> : product.name}</Link>
        </Heading>
        {below && <p className="soft">{below}</p>}
        <p className="price">{product.from ? t(m.priceFrom, { price }) : price}</p>
        <MallLinks product={product} />
      </div>
    </li>
  );
}

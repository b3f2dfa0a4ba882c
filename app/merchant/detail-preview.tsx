import type { PageBlock } from "#app/domain/detail-page/build-page.ts";
import { productDetailMessages as m } from "#app/messages/product-detail.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";

interface DetailPreviewProps {
  blocks: readonly PageBlock[];
  /** Paths by the photo's index; null: not made yet. */
  photos: readonly (string | null)[];
}

/** The detail page as a buyer scrolls through it. */
export function DetailPreview({ blocks, photos }: DetailPreviewProps) {
  return (
    <article className="detail-page" lang="ko">
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name than their place
        <Block key={place} block={block} photos={photos} />
      ))}
    </article>
  );
}

function Block({ block, photos }: { block: PageBlock; photos: DetailPreviewProps["photos"] }) {
  const t = useSentence();
  switch (block.kind) {
    case "title":
      return (
        <header>
          <p>{block.store}</p>
          <h3>{block.text}</h3>
        </header>
      );
    case "heading":
      return <h4>{block.text}</h4>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "description":
      return block.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
    case "photo": {
      const path = photos[block.index];
      return path ? <img src={path} alt="" loading="lazy" /> : <p className="soft">{t(m.noPicture)}</p>;
    }
    case "facts":
      return (
        <dl>
          {block.rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
  }
}

import type { PageBlock } from "#app/domain/detail-page/build-page.ts";
import { sealRows } from "#app/domain/detail-page/seal-rows.ts";
import type { DetailTemplate } from "#app/domain/detail-page/templates.ts";
import { productDetailMessages as m } from "#app/messages/product-detail.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";

interface DetailPreviewProps {
  template: DetailTemplate;
  blocks: readonly PageBlock[];
  /** Paths by the photo's index; null: not made yet. */
  photos: readonly (string | null)[];
}

/** The detail page as a buyer scrolls through it. */
export function DetailPreview({ template, blocks, photos }: DetailPreviewProps) {
  return (
    <article className={`detail-page detail-page-${template}`} lang="ko">
      {blocks.map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name than their place
        <Block key={place} block={block} photos={photos} />
      ))}
    </article>
  );
}

/** As it is drawn for the malls; a name too long for a seal has none. */
function Seal({ name }: { name: string }) {
  const rows = sealRows(name);
  if (!rows) return null;
  return (
    <span className="detail-seal" aria-hidden="true">
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows of a name may be the same
        <span key={place}>{row}</span>
      ))}
    </span>
  );
}

function Block({ block, photos }: { block: PageBlock; photos: DetailPreviewProps["photos"] }) {
  const t = useSentence();
  switch (block.kind) {
    case "title":
      return (
        <header>
          <Seal name={block.store} />
          <p>{block.store}</p>
          <p className="soft">{block.about.join(" · ")}</p>
          {block.badge && <p className="detail-badge">{block.badge}</p>}
          <h3>{block.text}</h3>
        </header>
      );
    case "heading":
      return <h4>{block.text}</h4>;
    case "lead":
      return <p className="detail-lead">{block.text}</p>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "description":
      return block.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
    case "photo": {
      const path = photos[block.index];
      if (!path) return <p className="soft">{t(m.noPicture)}</p>;
      return (
        <figure>
          <img src={path} alt="" loading="lazy" />
          {block.caption && <figcaption>{block.caption}</figcaption>}
        </figure>
      );
    }
    case "facts":
      return (
        <dl className={`detail-${block.role}`}>
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

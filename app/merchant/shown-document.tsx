import type { ApplicationDocument } from "#app/domain/application/find-application.ts";

/** What browsers draw by themselves; the rest opens by its name. */
const drawn = ["image/jpeg", "image/png", "image/webp"];

export function ShownDocument({ document, base }: { document: ApplicationDocument; base: string }) {
  const { id, fileName, mediaType } = document;
  return (
    <a href={`${base}/${id}`} className="shown-document">
      {drawn.includes(mediaType) && <img src={`${base}/${id}`} alt="" loading="lazy" />}
      <span>{fileName}</span>
    </a>
  );
}

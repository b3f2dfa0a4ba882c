import { useState } from "react";
import type { WebPicture as Picture } from "#app/domain/picture/load-web-pictures.ts";
import { curatorMessages as m } from "#app/messages/curator.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { WebPicture } from "#app/ui/plain/web-picture.tsx";

/** How wide the large photo is drawn. */
export const photoSizes = "(min-width: 1000px) 760px, 100vw";

interface PhotosProps {
  name: string;
  photos: readonly (Picture & { caption: string })[];
  /** Drawn as large as it is, to be moved about in. */
  zoomed?: boolean;
  onZoom?: (zoomed: boolean) => void;
}

/** One photo large and whole, the others beneath it to choose from. */
export function Photos({ name, photos, zoomed = false, onZoom }: PhotosProps) {
  const t = useSentence();
  const [shown, setShown] = useState(0);
  const large = photos[shown];
  if (!large) return <PhotoThumb src={null} alt={`${name}: ${t(m.noPhotos)}`} />;
  const image = (
    <WebPicture
      picture={large}
      alt={t(m.photosOf, { name, number: shown + 1 })}
      sizes={zoomed ? `${large.width}px` : photoSizes}
      fit="square"
      first
    />
  );
  return (
    <div className="desk-photos">
      {onZoom ? (
        <button
          type="button"
          className={zoomed ? "desk-zoom desk-zoomed" : "desk-zoom"}
          aria-pressed={zoomed}
          aria-label={t(m.zoomPhoto, { name, number: shown + 1 })}
          onClick={() => onZoom(!zoomed)}
        >
          {image}
        </button>
      ) : (
        image
      )}
      {large.caption && <p lang="ko">{large.caption}</p>}
      {photos.length > 1 && (
        <fieldset>
          <legend className="visually-hidden">{t(m.choosePhoto)}</legend>
          {photos.map((photo, index) => (
            <button key={photo.card.path} type="button" aria-pressed={index === shown} onClick={() => setShown(index)}>
              <PhotoThumb
                src={photo.sources[0]?.path ?? null}
                alt={t(m.photosOf, { name, number: index + 1 })}
                size={72}
              />
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

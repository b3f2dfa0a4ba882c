import type { WebPicture as Picture } from "#app/domain/picture/load-web-pictures.ts";
import { merchantMessages as m } from "#app/messages/merchant.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import { WebPicture } from "#app/ui/plain/web-picture.tsx";

/** The main photo large, the others beneath; each opens whole. */
export function ProductPhotos({ name, photos }: { name: string; photos: Picture[] }) {
  const t = useSentence();
  const [main, ...others] = photos;
  if (!main) return <PhotoThumb src={null} alt={`${name} (${t(m.noPhoto)})`} />;
  return (
    <div className="photos">
      <WebPicture
        picture={main}
        alt={t(m.photoAlt, { name, number: 1 })}
        sizes="(min-width: 900px) 420px, 100vw"
        fit="square"
        first
      />
      {others.length > 0 && (
        <ul>
          {others.map((photo, index) => {
            const largest = photo.sources.at(-1)?.path;
            return (
              <li key={largest}>
                <a href={largest} target="_blank" rel="noreferrer" title={t(m.enlarge)}>
                  <WebPicture
                    picture={photo}
                    alt={t(m.photoAlt, { name, number: index + 2 })}
                    sizes="120px"
                    fit="square"
                  />
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

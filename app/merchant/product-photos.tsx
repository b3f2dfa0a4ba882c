import { merchantMessages as m } from "#app/messages/merchant.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { PhotoThumb } from "#app/ui/plain/photo-thumb.tsx";
import type { ShownPhoto } from "./shown-photos.server.ts";

/** The main photo large, the others beneath; each opens whole. */
export function ProductPhotos({ name, photos }: { name: string; photos: ShownPhoto[] }) {
  const t = useSentence();
  const [main, ...others] = photos;
  if (!main) return <PhotoThumb src={null} alt={`${name} (${t(m.noPhoto)})`} />;
  return (
    <div className="photos">
      <PhotoThumb src={main.large} alt={t(m.photoAlt, { name, number: 1 })} size={640} />
      {others.length > 0 && (
        <ul>
          {others.map(({ small, large }, index) => (
            <li key={large}>
              <a href={large} target="_blank" rel="noreferrer" title={t(m.enlarge)}>
                <PhotoThumb src={small} alt={t(m.photoAlt, { name, number: index + 2 })} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import type { WebPicture as Picture } from "#app/domain/picture/load-web-pictures.ts";

interface WebPictureProps {
  picture: Picture | null;
  alt: string;
  /** The place it fills, as a browser wants it told: `(min-width: 800px) 360px, 100vw`. */
  sizes: string;
  /** `whole` leaves white around it, `filled` cuts what stands over. */
  fit: "whole" | "filled";
  /** The page's first picture: not worth waiting for. */
  first?: boolean;
  /** In a list of cards: where a card is no wider than the AVIF, browsers that know it get that. */
  card?: boolean;
}

/** Of 640 pixels: three cards a row are 350 wide, two up to 500, and a single one on a phone takes more than the AVIF has. */
const cardMedia =
  "(min-width: 1000px) and (max-resolution: 1.8dppx), (max-width: 1000px) and (max-resolution: 1.25dppx)";

/** A picture in a box of fixed shape, so that nothing jumps when it arrives; without one, the name's first letter. */
export function WebPicture({ picture, alt, sizes, fit, first = false, card = false }: WebPictureProps) {
  if (picture === null) {
    return (
      <div className={`picture picture-${fit} picture-none`} aria-hidden="true">
        {alt.slice(0, 1)}
      </div>
    );
  }
  const image = (
    <img
      className={`picture picture-${fit}`}
      src={picture.sources.at(-1)?.path}
      srcSet={picture.sources.map(({ path, width }) => `${path} ${width}w`).join(", ")}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={alt}
      loading={first ? "eager" : "lazy"}
      decoding="async"
    />
  );
  if (!card || !picture.avif) return image;
  return (
    <picture>
      <source type="image/avif" media={cardMedia} srcSet={picture.avif.path} />
      {image}
    </picture>
  );
}

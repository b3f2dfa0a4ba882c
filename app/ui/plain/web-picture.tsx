import type { WebPicture as Picture } from "#app/domain/picture/load-web-pictures.ts";

interface WebPictureProps {
  picture: Picture | null;
  alt: string;
  /** The place it fills, as a browser wants it told: `(min-width: 800px) 360px, 100vw`. */
  sizes: string;
  /** `whole` leaves white around it, `filled` cuts what stands over, `square` is whole in a square with a line around it. */
  fit: "whole" | "filled" | "square";
  /** The page's first picture: not worth waiting for. */
  first?: boolean;
  /** In a list of cards: where a card is no wider than the AVIF, browsers that know it get that. */
  card?: boolean;
}

const classes = { whole: "picture picture-whole", filled: "picture picture-filled", square: "photo" } as const;

/** Of 640 pixels: three cards a row are 350 wide, two up to 500, and a single one on a phone takes more than the AVIF has. */
const cardMedia =
  "(min-width: 1000px) and (max-resolution: 1.8dppx), (max-width: 1000px) and (max-resolution: 1.25dppx)";

/**
 * A picture in a box of fixed shape, so that nothing jumps when it arrives, over its own colours until it does; without one, the name's
 * first letter.
 */
export function WebPicture({ picture, alt, sizes, fit, first = false, card = false }: WebPictureProps) {
  if (picture === null) {
    const none = fit === "square" ? "photo-none" : "picture-none";
    return (
      <div className={`${classes[fit]} ${none}`} aria-hidden="true">
        {alt.slice(0, 1)}
      </div>
    );
  }
  const { sources, avif, jpeg, placeholder } = picture;
  return (
    <picture>
      {card && avif && <source type="image/avif" media={cardMedia} srcSet={avif.path} />}
      <source
        type="image/webp"
        srcSet={sources.map(({ path, width }) => `${path} ${width}w`).join(", ")}
        sizes={sizes}
      />
      <img
        className={classes[fit]}
        src={jpeg ?? sources.at(-1)?.path}
        width={picture.width}
        height={picture.height}
        style={placeholder ? { backgroundImage: `url(${placeholder})` } : undefined}
        alt={alt}
        loading={first ? "eager" : "lazy"}
        {...(first && { fetchpriority: "high" })}
        decoding="async"
      />
    </picture>
  );
}

/**
 * A picture of a product, whole and on white; without one, its name in the same square. An empty `alt` is a picture that only
 * decorates. Square sizes in CSS pixels.
 */
export function PhotoThumb({ src, alt, size = 320 }: { src: string | null; alt: string; size?: number }) {
  if (src === null) {
    return (
      <div
        className="photo photo-none"
        {...(alt === "" ? { "aria-hidden": true } : { role: "img", "aria-label": alt })}
      >
        {alt.slice(0, 1)}
      </div>
    );
  }
  return <img className="photo" src={src} alt={alt} width={size} height={size} loading="lazy" decoding="async" />;
}

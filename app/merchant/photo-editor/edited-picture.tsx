import { type Box, editedSize, type PhotoEdits, type PixelSize } from "#app/domain/picture/photo-edits.ts";

/** A picture of the whole, unedited photo, and how many upright pixels the photo itself has. */
export interface DrawnPhoto extends PixelSize {
  src: string;
}

interface EditedPictureProps {
  photo: DrawnPhoto;
  edits: PhotoEdits;
  alt: string;
  /** Padded with white, as lists and malls show it. */
  square?: boolean;
  /** Shown as a frame over the uncropped photo. */
  frame?: Box | null;
}

/** What the edits make of the photo, drawn by the browser at once: the pipeline's picture follows when it is saved. */
export function EditedPicture({ photo, edits, alt, square = false, frame }: EditedPictureProps) {
  const { turn, straighten, crop, margin } = edits;
  const { width, height } = editedSize(photo, edits);
  const around = Math.max(width, height) * margin;
  const side = Math.max(width, height) + 2 * around;
  const [wholeWidth, wholeHeight] = square ? [side, side] : [width + 2 * around, height + 2 * around];
  // Around the middle of the photo, which turning and straightening leave where it is.
  const inner = editedSize(photo, { ...edits, crop: null });
  const [left, top] = [
    (crop?.x ?? 0) * inner.width - inner.width / 2,
    (crop?.y ?? 0) * inner.height - inner.height / 2,
  ];
  return (
    <svg
      className="edited-picture"
      viewBox={`0 0 ${wholeWidth} ${wholeHeight}`}
      role="img"
      aria-label={alt}
      focusable="false"
    >
      <rect width={wholeWidth} height={wholeHeight} fill="#fff" />
      <svg
        aria-hidden="true"
        x={(wholeWidth - width) / 2}
        y={(wholeHeight - height) / 2}
        width={width}
        height={height}
        viewBox={`${left} ${top} ${width} ${height}`}
      >
        <image
          href={photo.src}
          x={-photo.width / 2}
          y={-photo.height / 2}
          width={photo.width}
          height={photo.height}
          preserveAspectRatio="none"
          transform={`rotate(${turn + straighten})`}
        />
      </svg>
      {frame &&
        ["edited-picture-frame around", "edited-picture-frame"].map((className) => (
          <rect
            key={className}
            className={className}
            x={frame.x * width}
            y={frame.y * height}
            width={frame.width * width}
            height={frame.height * height}
          />
        ))}
    </svg>
  );
}

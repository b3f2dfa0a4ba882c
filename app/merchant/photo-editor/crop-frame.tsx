import ReactCrop from "react-image-crop";
import { inside } from "#app/domain/picture/edit-steps.ts";
import type { Box } from "#app/domain/picture/photo-edits.ts";
import { photoEditorMessages as m } from "#app/messages/photo-editor.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";

interface CropFrameProps {
  crop: Box;
  onMove: (crop: Box) => void;
  /** The photo, uncropped. */
  children: React.ReactNode;
}

/** CSS pixels: below it a finger no longer meets the frame between its corners. */
const leastSide = 72;

/** The square to keep, over the photo: moved and sized by finger, mouse and arrow keys. */
export function CropFrame({ crop, onMove, children }: CropFrameProps) {
  const t = useSentence();
  const { x, y, width, height } = crop;
  return (
    <ReactCrop
      className="crop-frame ReactCrop--no-animate"
      crop={{ unit: "%", x: x * 100, y: y * 100, width: width * 100, height: height * 100 }}
      aspect={1}
      keepSelection
      minWidth={leastSide}
      onChange={(_, share) => {
        const moved = { x: share.x / 100, y: share.y / 100, width: share.width / 100, height: share.height / 100 };
        if (moved.width > 0 && moved.height > 0) onMove(inside(moved));
      }}
      ariaLabels={{
        cropArea: t(m.frame),
        nwDragHandle: t(m.cornerNw),
        neDragHandle: t(m.cornerNe),
        seDragHandle: t(m.cornerSe),
        swDragHandle: t(m.cornerSw),
        // A square has no handles at its sides.
        nDragHandle: "",
        eDragHandle: "",
        sDragHandle: "",
        wDragHandle: "",
      }}
    >
      {children}
    </ReactCrop>
  );
}

import type { Issue } from "#app/domain/issue/issue.ts";
import type { PhotoEdits } from "#app/domain/picture/photo-edits.ts";
import { draftMessages } from "#app/messages/drafts.ts";
import { photoEditorMessages as m } from "#app/messages/photo-editor.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";
import { PhotoPreview } from "../photo-queue/queued-photos.tsx";
import { previewOf } from "../photo-queue/use-photo-queue.ts";
import { EditedPicture } from "./edited-picture.tsx";
import type { CardView } from "./photo-cards.server.ts";
import { PhotoHints } from "./photo-hints.tsx";

export interface CardPhoto extends CardView {
  /** What its buttons send. */
  id: string;
  state: "waiting" | "ready" | "refused";
  begun: boolean;
  sha256: string | null;
  edits: PhotoEdits;
  issues: Issue[];
}

interface PhotoCardProps {
  photo: CardPhoto;
  /** Its place, from 0, and of all photos that have an order. */
  index: number;
  count: number;
  /** It is the first that can be used. */
  main: boolean;
  editor: string;
}

/** One photo: how it stands, what might be better, and what can be done to it. Stands inside the photos' form. */
export function PhotoCard({ photo, index, count, main, editor }: PhotoCardProps) {
  const t = useSentence();
  const { id, state, begun, made, sha256, drawn, edits, hints, issues } = photo;
  const number = index + 1;
  return (
    <li className="card photo-card" id={`photo-${id}`}>
      <div className="photo-card-top">
        {drawn ? (
          <EditedPicture photo={drawn} edits={edits} alt={t(draftMessages.photoNumber, { number })} square />
        ) : (
          <PhotoPreview src={previewOf(id)} alt={t(draftMessages.photoNumber, { number })} />
        )}
        <div className="photo-card-words">
          {main && <strong>{t(draftMessages.mainPhoto)}</strong>}
          {state === "waiting" && (
            <Status tone="waiting" word={t(begun ? draftMessages.looking : draftMessages.inLine)} />
          )}
          {state === "ready" && !made && <Status tone="waiting" word={t(m.drawing)} />}
          {state === "ready" && made && <Status tone="live" word={t(draftMessages.ready)} />}
          {state === "refused" && <IssueList issues={issues} />}
          {drawn && (
            <ButtonLink to={editor} label={t(m.openNumber, { number })}>
              {t(m.open)}
            </ButtonLink>
          )}
          <Button name="remove" value={id} aria-label={t(draftMessages.removeNumber, { number })}>
            {t(draftMessages.removePhoto)}
          </Button>
        </div>
      </div>
      {sha256 && <PhotoHints sha256={sha256} hints={hints} editor={editor} removal={{ name: "remove", value: id }} />}
      {count > 1 && state !== "refused" && (
        <div className="photo-card-order">
          {!main && (
            <Button name="first" value={id} aria-label={t(m.firstNumber, { number })}>
              {t(m.first)}
            </Button>
          )}
          {index > 1 && (
            <Button name="earlier" value={id} aria-label={t(m.earlierNumber, { number })}>
              {t(m.earlier)}
            </Button>
          )}
          {index < count - 1 && (
            <Button name="later" value={id} aria-label={t(m.laterNumber, { number })}>
              {t(m.later)}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

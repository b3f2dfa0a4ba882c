import { noEdits } from "#app/domain/picture/photo-edits.ts";
import { draftMessages } from "#app/messages/drafts.ts";
import { sayIssue } from "#app/messages/issues.ts";
import { photoEditorMessages as m } from "#app/messages/photo-editor.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { Icon } from "#app/ui/plain/icon.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { EditedPicture } from "./edited-picture.tsx";
import type { ShownHint } from "./photo-cards.server.ts";

interface PhotoHintsProps {
  sha256: string;
  hints: readonly ShownHint[];
  /** Where the photo is edited. */
  editor: string;
  /** The button's name and value that take the photo away. */
  removal: { name: string; value: string };
}

/** Every hint in words, with the one button that helps and the one that lets it be. Stands inside the photos' form. */
export function PhotoHints({ sha256, hints, editor, removal }: PhotoHintsProps) {
  const t = useSentence();
  const locale = useLocale();
  if (hints.length === 0) return null;
  return (
    <ul className="photo-hints">
      {hints.map(({ issue, help, likePhoto }) => {
        const sentence = sayIssue(locale, issue);
        const like = likePhoto?.sha256 ?? "";
        const likeWords = likePhoto?.name ? m.likeOf : likePhoto?.here ? m.likeHere : m.likeUnnamed;
        return (
          <li key={issue.code} className="stack">
            <p className="tone-waiting photo-hint">
              <Icon name="mark" />
              <span className="words">{sentence}</span>
            </p>
            {likePhoto?.drawn && (
              <figure className="photo-like">
                <EditedPicture photo={likePhoto.drawn} edits={noEdits} alt={t(m.likePhoto)} square />
                <figcaption>{t(likeWords, { name: likePhoto.name })}</figcaption>
              </figure>
            )}
            <div className="photo-hint-answers">
              {help === "retake" && <ButtonLink to="#more-photos">{t(m.retake)}</ButtonLink>}
              {help === "crop" && (
                <ButtonLink to={`${editor}${editor.includes("?") ? "&" : "?"}step=suggested`}>{t(m.cropIt)}</ButtonLink>
              )}
              {help === "widen" && <ButtonLink to={editor}>{t(m.cropWider)}</ButtonLink>}
              {help === "remove" && (
                <Button name={removal.name} value={removal.value}>
                  {t(draftMessages.removePhoto)}
                </Button>
              )}
              {help === "remove" && (
                <Button name="hint" value={`intended ${sha256} ${like}`}>
                  {t(m.intended)}
                </Button>
              )}
              {help === "answer" && (
                <>
                  <Button name="hint" value={`same ${sha256} ${like}`}>
                    {t(m.same)}
                  </Button>
                  <Button name="hint" value={`different ${sha256} ${like}`}>
                    {t(m.different)}
                  </Button>
                </>
              )}
              {(help === "retake" || help === "crop" || help === "widen") && (
                <Button name="hint" value={`ignore ${sha256} ${issue.code}`} aria-label={`${t(m.ignore)}: ${sentence}`}>
                  {t(m.ignore)}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

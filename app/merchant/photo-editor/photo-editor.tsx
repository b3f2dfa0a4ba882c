import { Form, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { type EditablePhoto, type EditStep, takeStep, tiltStep } from "#app/domain/picture/edit-steps.ts";
import {
  type Box,
  editedSize,
  noEdits,
  type PhotoEdits,
  sameEdits,
  straightenLimit,
} from "#app/domain/picture/photo-edits.ts";
import { photoEditorMessages as m, stepWords } from "#app/messages/photo-editor.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { CropFrame } from "./crop-frame.tsx";
import { type DrawnPhoto, EditedPicture } from "./edited-picture.tsx";
import { writeEditing } from "./read-editing.ts";

/** Of the screen's height, in percent. */
const stageShare = 42;

export interface PhotoEditorProps {
  photo: DrawnPhoto & EditablePhoto;
  /** Where editing begins: what is stored, or what a visit without script carries. */
  begun: PhotoEdits;
  /** Where it leads back to. */
  back: string;
}

/**
 * Turns, straightens, crops and pads. Buttons do all of it; with script the square follows the finger as well and nothing is sent
 * before it is saved.
 */
export function PhotoEditor({ photo, begun, back }: PhotoEditorProps) {
  const t = useSentence();
  const [edits, setEdits] = useState(begun);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const busy = useNavigation().state !== "idle";
  const { straighten, crop, margin } = edits;
  const fields = writeEditing(edits);
  const whole = { ...edits, crop: null, margin: 0 };
  const uncropped = (frame: Box | null) => <EditedPicture photo={photo} edits={whole} alt={t(m.photo)} frame={frame} />;
  const { width, height } = editedSize(photo, whole);

  const step = (name: EditStep, sign?: string) => (
    <Button
      name="step"
      aria-label={sign && t(stepWords[name])}
      value={name}
      formMethod="get"
      formNoValidate
      onClick={(event) => {
        if (!alive) return;
        event.preventDefault();
        setEdits((before) => takeStep(before, name, photo));
      }}
    >
      {sign ?? t(stepWords[name])}
    </Button>
  );
  return (
    <Page title={t(m.title)} lead={t(m.lead)} narrow>
      <Form method="post" className="stack photo-editor" replace>
        <input type="hidden" name="turn" value={fields.turn} />
        <input type="hidden" name="crop" value={fields.crop} />
        <input type="hidden" name="margin" value={fields.margin} />
        <div className="editor-stage">
          {/* An upright photo leaves room for the buttons below it. */}
          <div className="editor-photo" style={{ maxWidth: `${Math.round((stageShare * width) / height)}vh` }}>
            {alive && crop ? (
              <CropFrame crop={crop} onMove={(moved) => setEdits((before) => ({ ...before, crop: moved }))}>
                {uncropped(null)}
              </CropFrame>
            ) : (
              uncropped(crop)
            )}
          </div>
        </div>
        {alive && crop && <p className="soft">{t(m.cropLead)}</p>}

        <fieldset className="card editor-tools">
          <legend>{t(m.crop)}</legend>
          {photo.subject && step("suggested")}
          {step("square")}
          {crop && step("whole")}
        </fieldset>
        {crop && (
          <fieldset className="card editor-tools editor-moves">
            <legend>{t(m.move)}</legend>
            {(["closer", "wider", "left", "right", "up", "down"] as const).map((name) => (
              <div key={name}>{step(name)}</div>
            ))}
          </fieldset>
        )}
        <fieldset className="card editor-tools">
          <legend>{t(m.turn)}</legend>
          {step("turn-left")}
          {step("turn-right")}
        </fieldset>
        <fieldset className="card stack">
          <legend>{t(m.straighten)}</legend>
          <div className="editor-tilt">
            {step("tilt-left", "−")}
            <input
              type="range"
              name="straighten"
              aria-label={t(m.straighten)}
              aria-valuetext={t(m.degrees, { degrees: straighten })}
              min={-straightenLimit}
              max={straightenLimit}
              step={tiltStep}
              {...(alive
                ? {
                    value: straighten,
                    onChange: (event) => setEdits({ ...edits, straighten: Number(event.target.value) }),
                  }
                : { defaultValue: straighten })}
            />
            {step("tilt-right", "+")}
          </div>
          <output className="soft">{t(m.degrees, { degrees: straighten })}</output>
          {!alive && <Button formMethod="get">{t(m.look)}</Button>}
        </fieldset>
        <fieldset className="card editor-tools">
          <legend>{t(m.margin)}</legend>
          {step(margin > 0 ? "no-margin" : "margin")}
        </fieldset>

        <section className="card editor-result" aria-labelledby="result">
          <h2 id="result">{t(m.result)}</h2>
          <EditedPicture photo={photo} edits={edits} alt={t(m.result)} square />
        </section>
        <div className="form-end stack">
          <Button kind="main" full disabled={busy}>
            {t(m.save)}
          </Button>
          {!sameEdits(edits, noEdits) && step("undo")}
          <ButtonLink to={back} full>
            {t(m.leave)}
          </ButtonLink>
        </div>
      </Form>
    </Page>
  );
}

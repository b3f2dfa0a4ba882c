import { Form } from "@remix-run/react";
import { type ChangeEvent, useEffect, useState } from "react";
import { draftMessages as m } from "#app/messages/drafts.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { Field } from "#app/ui/plain/field.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { type PhotoTarget, photosAddress } from "./photo-target.ts";
import { queueFiles } from "./use-photo-queue.ts";

const accepted = "image/*,.heic,.heif";

interface PhotoChooserProps {
  target: PhotoTarget;
  /** Whether choosing is what this screen is for. */
  main: boolean;
}

/** Camera or album; without script, one input and the button that sends it. */
export function PhotoChooser({ target, main }: PhotoChooserProps) {
  const t = useSentence();
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);

  if (!alive) {
    return (
      <Form method="post" action={photosAddress(target)} encType="multipart/form-data" reloadDocument className="stack">
        <Field
          type="file"
          name="photos"
          multiple
          accept={accepted}
          required={false}
          label={t(m.choosePhotos)}
          hint={t(m.choosePhotosHint)}
        />
        <Button kind={main ? "main" : "plain"} full>
          {t(m.sendPhotos)}
        </Button>
      </Form>
    );
  }

  function take({ currentTarget }: ChangeEvent<HTMLInputElement>) {
    const files = [...(currentTarget.files ?? [])];
    // The same photo may be chosen again after it was removed.
    currentTarget.value = "";
    void queueFiles(target, files);
  }
  return (
    <div className="choosers">
      <label className={main ? "button button-main chooser" : "button chooser"}>
        <Drawing path="M4 14h8l3-5h10l3 5h8v19H4zM20 17a6 6 0 1 0 .1 0z" />
        <span>{t(m.camera)}</span>
        <input type="file" accept={accepted} capture="environment" onChange={take} />
      </label>
      <label className="button chooser">
        <Drawing path="M5 8h30v24H5zM5 27l9-9 8 8 5-5 8 8M27 14a2 2 0 1 0 .1 0z" />
        <span>{t(m.album)}</span>
        <input type="file" accept={accepted} multiple onChange={take} />
      </label>
    </div>
  );
}

function Drawing({ path }: { path: string }) {
  return (
    <svg className="drawing" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
}

import { type EditablePhoto, editSteps, takeStep } from "#app/domain/picture/edit-steps.ts";
import { editsRecipe, type PhotoEdits, readEdits } from "#app/domain/picture/photo-edits.ts";

/** The form's fields as texts; those of instructions without effect are empty. */
export function writeEditing(edits: PhotoEdits): Record<"turn" | "straighten" | "crop" | "margin", string> {
  const { turn, straighten, crop, margin } = editsRecipe(edits);
  return {
    turn: String(turn ?? ""),
    straighten: String(straighten ?? ""),
    crop: crop?.join(" ") ?? "",
    margin: String(margin ?? ""),
  };
}

/** What the form says; null when a field holds what the form never wrote. */
export function readEditing(form: FormData | URLSearchParams): PhotoEdits | null {
  const numberOf = (name: string) => Number(form.get(name) || 0);
  const crop = String(form.get("crop") ?? "");
  return readEdits({
    turn: numberOf("turn") || undefined,
    straighten: numberOf("straighten") || undefined,
    crop: crop === "" ? undefined : crop.split(" ").map(Number),
    margin: numberOf("margin") || undefined,
  });
}

/** Where the editor stands: without script every press is a visit that carries what is not saved yet. */
export function editingOf(query: URLSearchParams, stored: PhotoEdits, photo: EditablePhoto): PhotoEdits {
  const step = editSteps.find((one) => one === query.get("step"));
  const before = query.has("straighten") ? (readEditing(query) ?? stored) : stored;
  return step ? takeStep(before, step, photo) : before;
}

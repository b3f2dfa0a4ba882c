import { type Issue, issue } from "#app/domain/issue/issue.ts";

/** Why a form's photos may be refused at their own address, as the page is told. */
const photoFaults = [
  "upload.too_large",
  "upload.missing_file",
  "upload.interrupted",
  "draft.not_found",
  "draft.finished",
  "draft.too_many_photos",
  "photo.already_there",
] as const;

export function refusalQuery({ code, path, params: { maximum = "" } }: Issue): URLSearchParams {
  return new URLSearchParams({ refused: code, maximum: String(maximum), photo: path.photo ?? "" });
}

export function refusedPhotos(query: URLSearchParams): Issue[] {
  const code = photoFaults.find((one) => one === query.get("refused"));
  if (!code) return [];
  const path = { field: "photos", photo: (query.get("photo") ?? "").slice(0, 255) };
  return [issue(code, path, { params: { maximum: Number(query.get("maximum")) || 0 } })];
}

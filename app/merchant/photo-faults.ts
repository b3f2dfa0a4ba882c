import { type Issue, issue } from "#app/domain/issue/issue.ts";

/** Why a form's photos may be refused at their own address, as the page is told. */
const photoFaults = [
  "upload.too_large",
  "upload.missing_file",
  "upload.interrupted",
  "draft.not_found",
  "draft.finished",
  "draft.too_many_photos",
] as const;

export function refusedPhotos(query: URLSearchParams): Issue[] {
  const code = photoFaults.find((one) => one === query.get("refused"));
  return code ? [issue(code, { field: "photos" }, { params: { maximum: Number(query.get("maximum")) || 0 } })] : [];
}

import { redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listRecentImports } from "#app/domain/intake/find-import.ts";
import { requestImport } from "#app/domain/intake/request-import.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { uploadCodes } from "#app/domain/issue/upload-codes.ts";
import { categories } from "#app/domain/product/categories.ts";
import { draftMessages } from "#app/messages/drafts.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { importStateWords, importMessages as m } from "#app/messages/merchant-imports.ts";
import { UploadRefused } from "#app/services/uploads/receive-upload.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status, type Tone } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { beginImport } from "./begin-import.server.ts";
import { merchantActor, ownStore } from "./own-store.ts";
import { takeUpload } from "./take-upload.server.ts";
import { UploadForm } from "./upload-form.tsx";
import { WayByCamera } from "./ways-to-add.tsx";

export const meta = pageTitle(m.newTitle);

const faults = ["upload.too_large", "upload.missing_file", "upload.interrupted", ...uploadCodes] as const;

export const loader = allow(["merchant"], async ({ account, database, url }) => ({
  imports: await listRecentImports(database, ownStore(account)),
  refused: refusedUpload(url.searchParams),
  categories: categories.map(({ key, nameKo }) => ({ key, nameKo })),
}));

/** What the action refused: it always answers with an address, so that a script that sends the form can follow it too. */
function refusedUpload(query: URLSearchParams): Issue | null {
  const code = faults.find((one) => one === query.get("refused"));
  const photo = query.get("file") ?? "";
  return code ? issue(code, { photo }, { params: { maximum: Number(query.get("maximum")) || 0 } }) : null;
}

export const action = allow(["merchant"], async ({ account, request, ...house }) => {
  const storeId = ownStore(account);
  try {
    if (!request.headers.get("content-type")?.startsWith("multipart/")) {
      const asked = (await request.formData()).getAll("upload");
      const outcome = await beginImport(house, { ...account, storeId }, asked);
      return outcome.ok ? redirect(`/merchant/imports/${outcome.result.importId}`) : toRefusal(outcome.issues[0]);
    }
    const { sheet, photos } = await takeUpload(request, house.blobs);
    const { importId } = await requestImport(house.database, merchantActor(account), { storeId, sheet, photos });
    return redirect(`/merchant/imports/${importId}`);
  } catch (error) {
    if (error instanceof UploadRefused) return toRefusal(issue(error.code, {}, { params: error.params }));
    throw error;
  }
});

function toRefusal({ code, path, params }: Issue = issue("upload.interrupted")) {
  const { maximum } = params;
  const told = { refused: code, ...(path.photo && { file: path.photo }), ...(maximum && { maximum: String(maximum) }) };
  return redirect(`/merchant/imports/new?${new URLSearchParams(told)}`);
}

const tones: Record<keyof typeof importStateWords, Tone> = {
  waiting: "waiting",
  reading: "waiting",
  judged: "waiting",
  saving: "waiting",
  done: "live",
  failed: "refused",
  discarded: "quiet",
};

export default function NewImport() {
  const { imports, refused, categories } = useLoaderData<typeof loader>();
  const t = useSentence();
  const locale = useLocale();
  return (
    <Page title={t(m.newTitle)} narrow>
      <nav aria-label={t(draftMessages.begin)} className="ways">
        <WayByCamera />
      </nav>
      <section className="stack">
        <h2>{t(draftMessages.sheet)}</h2>
        <p className="soft">{t(m.newLead)}</p>
        <UploadForm refused={refused} />
      </section>
      <section className="card stack">
        <h2>{t(m.templateTitle)}</h2>
        <p className="soft">{t(m.templateBody)}</p>
        <form action="/merchant/catalog-template.xlsx" className="stack">
          <FieldFrame label={t(m.templateCategory)} hint={t(m.templateCategoryHint)}>
            {(control) => (
              <select {...control} name="category">
                <option value="">{t(m.anyCategory)}</option>
                {categories.map(({ key, nameKo }) => (
                  <option key={key} value={key}>
                    {nameKo}
                  </option>
                ))}
              </select>
            )}
          </FieldFrame>
          <Button>{t(m.template)}</Button>
        </form>
        <p className="soft">{t(m.exportBody)}</p>
        <p>
          <a className="button" href="/merchant/catalog.xlsx" download>
            {t(m.export)}
          </a>
        </p>
      </section>
      {imports.length > 0 && (
        <section className="stack">
          <h2>{t(m.earlier)}</h2>
          <ul className="uploads">
            {imports.map(({ id, sheetName, state, createdAt }) => (
              <li key={id}>
                <Link to={`/merchant/imports/${id}`}>{sheetName}</Link>
                <span className="soft">{formatDateTime(locale, createdAt)}</span>
                <Status tone={tones[state]} word={t(importStateWords[state])} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  );
}

import { Form } from "@remix-run/react";
import type { Requirement } from "#app/domain/store/requirements.ts";
import { basisWords, storeFileMessages as m, reasonWords, requirementWords } from "#app/messages/requirements.ts";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Status } from "#app/ui/plain/status.tsx";

export interface FileDocument {
  id: string;
  kind: string;
  fileName: string;
  mediaType: string;
}

interface StoreChecklistProps {
  requirements: readonly Requirement[];
  documents: readonly FileDocument[];
}

/** Each requirement with what it rests on, and each document looked at beside it. */
export function StoreChecklist({ requirements, documents }: StoreChecklistProps) {
  const t = useSentence();
  return (
    <DeskTable
      caption={t(m.checklist)}
      columns={[
        { word: t(m.requirement), narrow: "head" },
        { word: t(m.state) },
        { word: t(m.basis) },
        { word: t(m.documents), narrow: "line" },
        { word: t(m.mark), narrow: "line" },
      ]}
      rows={requirements.map((requirement) => ({
        id: requirement.key,
        cells: [
          <div key="requirement">
            <b>{t(requirementWords[requirement.key])}</b>
            <div className="desk-soft">{t(reasonWords[requirement.reason])}</div>
          </div>,
          <Status key="state" tone={requirement.met ? "live" : "waiting"} word={t(requirement.met ? m.met : m.open)} />,
          t(basisWords[requirement.basis]),
          <Documents
            key="documents"
            documents={documents.filter(({ kind }) => requirement.documents.some((one) => one === kind))}
          />,
          <VerifyForm key="verify" requirement={requirement} />,
        ],
      }))}
    />
  );
}

/** What browsers draw by themselves. */
const drawn = ["image/jpeg", "image/png", "image/webp"];

export function Documents({ documents }: { documents: readonly FileDocument[] }) {
  return (
    <div className="file-documents">
      {documents.map(({ id, fileName, mediaType }) => (
        <a key={id} href={`/office/documents/${id}`} target="_blank" rel="noreferrer">
          {drawn.includes(mediaType) && <img src={`/office/documents/${id}`} alt="" loading="lazy" />}
          <span>{fileName}</span>
        </a>
      ))}
    </div>
  );
}

function VerifyForm({ requirement: { key, basis, met, reason } }: { requirement: Requirement }) {
  const t = useSentence();
  const mayVerify = !met && (reason === "not_looked_at" || reason === "status_not_checked");
  if (basis !== "verified" || !(met || mayVerify)) return null;
  const requirement = t(requirementWords[key]);
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="requirement" value={key} />
      <input type="hidden" name="intent" value={met ? "unverify" : "verify"} />
      <Button submit accessibilityLabel={t(met ? m.unverifyNamed : m.verifyNamed, { requirement })}>
        {t(met ? m.unverify : m.verify)}
      </Button>
    </Form>
  );
}

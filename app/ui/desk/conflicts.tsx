import { Form } from "@remix-run/react";
import { conflictWords, seasonOfficeMessages as m } from "#app/messages/season-office.ts";
import type { ConflictKind } from "#app/services/database/generated/enums.ts";
import { useSentence } from "../plain/locale.tsx";
import { DeskConfirm } from "./desk-confirm.tsx";
import { DeskSelect } from "./desk-field.tsx";
import { Button } from "./polaris.ts";

interface Named {
  id: string;
  name: string;
}

interface ConflictListProps {
  conflicts: readonly { id: string; kind: ConflictKind; curator: Named; store: Named }[];
  /** Everybody's, not one curator's own. */
  withCurator?: boolean;
}

/** Conflicts that stand; each may turn out to be a mistake. Posts `end`. */
export function ConflictList({ conflicts, withCurator = false }: ConflictListProps) {
  const t = useSentence();
  if (conflicts.length === 0) return <p className="desk-soft">{t(m.noConflicts)}</p>;
  return (
    <ul className="desk-list">
      {conflicts.map(({ id, kind, curator, store }) => (
        <li key={id}>
          <div className="desk-between">
            <span>
              {withCurator && <strong>{curator.name} · </strong>}
              {store.name} <span className="desk-soft">{t(conflictWords[kind])}</span>
            </span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="end" />
              <input type="hidden" name="conflictId" value={id} />
              <Button submit>{t(m.endConflict)}</Button>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Posts `declare`; without curators it is about whoever declares. */
export function DeclareConflict({ curators, stores }: { curators?: readonly Named[]; stores: readonly Named[] }) {
  const t = useSentence();
  const named = (rows: readonly Named[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const kinds = (["own", "family", "employer", "adviser"] as const).map((kind) => ({
    value: kind,
    label: t(conflictWords[kind]),
  }));
  return (
    <DeskConfirm word={t(m.declare)}>
      <Form method="post" preventScrollReset className="desk-stack">
        <input type="hidden" name="intent" value="declare" />
        {curators && <DeskSelect name="curatorId" label={t(m.curator)} options={named(curators)} />}
        <DeskSelect name="storeId" label={t(m.store)} options={named(stores)} />
        <DeskSelect name="kind" label={t(m.kind)} options={kinds} />
        <Button submit variant="primary">
          {t(m.declare)}
        </Button>
      </Form>
    </DeskConfirm>
  );
}

import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { challengeCurator, challengeCuratorInput } from "#app/domain/judging/challenge-curator.ts";
import { type ListedChallenge, listChallenges, listPanel } from "#app/domain/judging/list-conflicts.ts";
import { findCurrentSeason } from "#app/domain/season/find-current-season.ts";
import { findRubric } from "#app/domain/season/find-rules.ts";
import { challengeMessages as m } from "#app/messages/challenges.ts";
import { Button, ButtonLink } from "#app/ui/plain/button.tsx";
import { FieldFrame } from "#app/ui/plain/field.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status, type Tone } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { merchantActor, ownStore } from "./own-store.ts";

export const meta = pageTitle(m.title);

/** Who judges this season, and whom of them the store asked not to. */
export const loader = allow(["merchant"], async ({ account, database }) => {
  const storeId = ownStore(account);
  const season = await findCurrentSeason(database);
  const judged = season && (await findRubric(database, season.id)) !== null;
  if (!season || !judged) return { open: false, curators: [] };
  const [panel, challenges] = await Promise.all([
    listPanel(database, season.id),
    listChallenges(database, { seasonId: season.id, storeId }),
  ]);
  const challengeOf = (id: string) => challenges.find(({ curator }) => curator.id === id);
  return {
    open: ["intake", "judging"].includes(season.state),
    curators: panel.map(({ id, name }) => {
      const { state, reason, answer } = challengeOf(id) ?? {};
      return { id, name, challenge: state ? { state, reason: reason ?? "", answer: answer ?? "" } : null };
    }),
  };
});

type Said = { curatorId: string; issues: Issue[]; typed: string };

export const action = allow(["merchant"], async ({ account, database, request }) => {
  const form = Object.fromEntries(await request.formData());
  const season = await findCurrentSeason(database);
  const [curatorId, typed] = [String(form.curatorId ?? ""), String(form.reason ?? "")];
  const refusal = (issues: Issue[]) => data<Said>({ curatorId, issues, typed }, { status: 422 });
  if (!season) return refusal([issue("season.none")]);
  const input = challengeCuratorInput.safeParse({
    ...{ seasonId: season.id, storeId: ownStore(account), curatorId },
    reason: typed,
  });
  if (!input.success) return refusal([issue("reason.missing", { field: "reason" })]);
  const outcome = await challengeCurator(database, merchantActor(account), input.data);
  return outcome.ok ? data<Said>({ curatorId, issues: [], typed: "" }) : refusal(outcome.issues);
});

const tones: Record<ListedChallenge["state"], Tone> = { open: "waiting", upheld: "live", dismissed: "quiet" };
const stateWords = { open: m.open, upheld: m.upheld, dismissed: m.dismissed };

export default function Curators() {
  const { open, curators } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const t = useSentence();
  return (
    <Page title={t(m.title)} {...(curators.length > 0 && { lead: t(m.lead) })} narrow>
      {said?.issues.length === 0 && <Notice tone="live" title={t(m.sent)} />}
      {curators.length === 0 && <p>{t(m.none)}</p>}
      {curators.map(({ id, name, challenge }) => (
        <section key={id} className="card stack" aria-label={name}>
          <div className="row">
            <h2>{name}</h2>
            {challenge && <Status tone={tones[challenge.state]} word={t(stateWords[challenge.state])} />}
          </div>
          {challenge && <p className="soft">{t(m.said, { reason: challenge.reason })}</p>}
          {challenge?.answer && <p>{t(m.answer, { answer: challenge.answer })}</p>}
          {!challenge && open && <Challenge id={id} said={said?.curatorId === id ? said : null} />}
        </section>
      ))}
      <ButtonLink to="/merchant" full>
        {t(m.home)}
      </ButtonLink>
    </Page>
  );
}

function Challenge({ id, said }: { id: string; said: Said | null }) {
  const t = useSentence();
  const refused = said !== null && said.issues.length > 0;
  return (
    <details open={refused}>
      <summary className="button">{t(m.ask)}</summary>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="curatorId" value={id} />
        {refused && <IssueList issues={said.issues} />}
        <FieldFrame label={t(m.reason)} hint={t(m.reasonHint)}>
          {(control) => <textarea {...control} name="reason" rows={3} maxLength={1000} defaultValue={said?.typed} />}
        </FieldFrame>
        <Button kind="main" full>
          {t(m.send)}
        </Button>
      </Form>
    </details>
  );
}

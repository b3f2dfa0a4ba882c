import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { decideChannel, decideChannelInput } from "#app/domain/creator/confirm-channel.ts";
import { listChannels } from "#app/domain/creator/list-channels.ts";
import type { Issue } from "#app/domain/issue/issue.ts";
import { channelStateWords, platformWords } from "#app/messages/visit-words.ts";
import { visitMessages as m } from "#app/messages/visits.ts";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { EmptyState } from "#app/ui/plain/empty-state.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";

export const meta = pageTitle(m.creators);

export const loader = allow(["office"], async ({ database }) => ({ channels: await listChannels(database) }));

export const action = allow(["office"], async ({ request, database, account }) => {
  const form = Object.fromEntries(await request.formData());
  const actor = { kind: "person", accountId: account.id, role: account.role } as const;
  const input = decideChannelInput.safeParse({ ...form, confirm: form.confirm === "yes" });
  if (!input.success) throw new Response(null, { status: 400 });
  const outcome = await decideChannel(database, actor, input.data);
  return outcome.ok ? data({ issues: [] as Issue[] }) : data({ issues: outcome.issues }, { status: 422 });
});

export default function CreatorsDesk() {
  const { channels } = useLoaderData<typeof loader>();
  const done = useActionData<typeof action>();
  const t = useSentence();
  return (
    <DeskPage title={t(m.creators)} lead={t(m.creatorsLead)} back={{ to: "/office/campaigns", word: t(m.officeTitle) }}>
      {done && done.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={done.issues} />
        </Notice>
      )}
      {done?.issues.length === 0 && <Notice tone="live" title={t(m.done)} />}
      {channels.length === 0 ? (
        <EmptyState title={t(m.creators)} body={t(m.noChannels)} />
      ) : (
        <DeskTable
          caption={t(m.creators)}
          columns={[
            { word: t(m.creator), narrow: "head" },
            { word: t(m.address) },
            { word: t(m.code) },
            { word: t(m.state) },
            { word: t(m.confirmChannel), narrow: "line" },
          ]}
          rows={channels.map(({ id, creator, platform, address, code, state, proof, issues }) => ({
            id,
            cells: [
              creator.penName,
              <span key="address">
                {t(platformWords[platform])}
                <br />
                <a href={address} rel="noopener nofollow">
                  {address.replace("https://", "")}
                </a>
              </span>,
              code,
              <div key="state">
                <Status
                  tone={state === "confirmed" ? "live" : state === "refused" ? "refused" : "waiting"}
                  word={t(channelStateWords[state])}
                />
                {proof && <div className="desk-soft">{t(proof === "code" ? m.byCode : m.byLook)}</div>}
                {issues.length > 0 && <IssueList issues={issues} />}
              </div>,
              <Form key="decide" method="post" preventScrollReset className="desk-row">
                <input type="hidden" name="channelId" value={id} />
                {state !== "confirmed" && (
                  <button type="submit" className="desk-button" name="confirm" value="yes">
                    {t(m.confirmChannel)}
                  </button>
                )}
                {state !== "refused" && (
                  <button type="submit" className="desk-button" name="confirm" value="no">
                    {t(m.refuseChannel)}
                  </button>
                )}
              </Form>,
            ],
          }))}
        />
      )}
    </DeskPage>
  );
}

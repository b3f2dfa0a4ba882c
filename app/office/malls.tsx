import { data } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { handedOverByHand, type MallKey } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { listChannels } from "#app/domain/channel/list-channels.ts";
import { setMallTerms, setMallTermsInput } from "#app/domain/channel/set-mall-terms.ts";
import { switchChannel, switchChannelInput } from "#app/domain/channel/switch-channel.ts";
import { countDrifts } from "#app/domain/drift/list-drifts.ts";
import { countUnknown } from "#app/domain/drift/list-unknown.ts";
import { categories } from "#app/domain/product/categories.ts";
import { driftMessages } from "#app/messages/drift.ts";
import { formatPercent } from "#app/messages/format.ts";
import { connectionMessages } from "#app/messages/mall-connection.ts";
import { nameOfChannel } from "#app/messages/mall-name.ts";
import { officeMessages as m } from "#app/messages/office.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskConfirm } from "#app/ui/desk/desk-confirm.tsx";
import { DeskCounts } from "#app/ui/desk/desk-counts.tsx";
import { DeskFacts } from "#app/ui/desk/desk-facts.tsx";
import { DeskField } from "#app/ui/desk/desk-field.tsx";
import { DeskPage } from "#app/ui/desk/desk-page.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { Status } from "#app/ui/plain/status.tsx";
import { allow } from "#app/web/allow.server.ts";
import { isConnected } from "#app/web/mall-connections.server.ts";
import { mallNames } from "#app/web/mall-names.server.ts";
import { mallCounts } from "./mall-counts.ts";
import { MallTrouble } from "./mall-trouble.tsx";

export const meta = pageTitle(m.malls);

export const loader = allow(["office"], async ({ database, config }) => {
  const [channels, unknown, drifts] = await Promise.all([
    listChannels(database),
    countUnknown(database),
    countDrifts(database),
  ]);
  return {
    channels: await Promise.all(
      channels.map(async (channel) => ({
        ...channel,
        unknown: unknown[channel.key] ?? 0,
        drifts: drifts[channel.key] ?? 0,
        connection: (await isConnected({ database, config }, channel.key))
          ? ("set" as const)
          : handedOverByHand(malls[channel.key as MallKey])
            ? ("own_desk" as const)
            : ("missing" as const),
      })),
    ),
    names: mallNames(),
    allCategories: categories.length,
  };
});

export const action = allow(["office"], async ({ request, database, account }) => {
  const form = Object.fromEntries(await request.formData());
  const actor = { kind: "person" as const, accountId: account.id, role: account.role };
  const terms = setMallTermsInput.safeParse(form);
  if (terms.success) {
    const outcome = await setMallTerms(database, actor, terms.data);
    if (!outcome.ok) return data({ issues: outcome.issues, saved: null }, { status: 422 });
    return data({ issues: [], saved: { key: terms.data.key, ...outcome.result } });
  }
  const input = switchChannelInput.safeParse(form);
  if (!input.success) throw new Response(null, { status: 400 });
  const outcome = await switchChannel(database, actor, input.data, malls);
  return data({ issues: outcome.ok ? [] : outcome.issues, saved: null }, { status: outcome.ok ? 200 : 422 });
});

type Channel = Awaited<ReturnType<typeof loader>>["channels"][number];

export default function Malls() {
  const { channels, names, allCategories } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useSentence();
  const nameOf = (key: string) => t(nameOfChannel(names, key));
  return (
    <DeskPage title={t(m.malls)}>
      {answer && answer.issues.length > 0 && (
        <Notice tone="refused" title={t(m.notPossible)}>
          <IssueList issues={answer.issues} />
        </Notice>
      )}
      {answer?.saved && (
        <Notice tone="live" title={t(m.termsSaved, { mall: nameOf(answer.saved.key) })}>
          {answer.saved.askedAgain > 0 ? t(m.termsAskedAgain, { count: answer.saved.askedAgain }) : null}
        </Notice>
      )}
      <div className="desk-columns">
        {channels.map((channel) => (
          <MallCard key={channel.key} channel={channel} name={nameOf(channel.key)} allCategories={allCategories} />
        ))}
      </div>
    </DeskPage>
  );
}

function MallCard({ channel, name, allCategories }: { channel: Channel; name: string; allCategories: number }) {
  const t = useSentence();
  const { key, on, connection, categories: codes, listings, resting, warning, unknown, drifts } = channel;
  const differences = { word: t(driftMessages.title), value: t(driftMessages.pieces, { count: drifts }) };
  const strangers = { word: t(driftMessages.unknownTitle), value: t(driftMessages.pieces, { count: unknown }) };
  return (
    <DeskCard title={name} aside={<Status tone={on ? "live" : "refused"} word={t(on ? m.mallOn : m.mallOff)} />}>
      <Connection connection={connection} />
      <MallTrouble resting={resting} warning={warning} />
      <DeskCounts counts={mallCounts(key, listings, t)} />
      <DeskFacts
        facts={[
          { word: t(m.categoryCodes), value: t(m.codesOf, { codes, categories: allCategories }) },
          ...(drifts > 0 ? [differences] : []),
          ...(unknown > 0 ? [strangers] : []),
        ]}
      />
      <Terms channel={channel} name={name} />
      <div className="desk-row">
        <Button url={`/office/malls/${key}/connection`}>{t(connectionMessages.open)}</Button>
        <Button url={`/office/malls/${key}/drift`}>{t(driftMessages.title)}</Button>
        <Button url={`/office/malls/${key}`}>{t(m.editCodes)}</Button>
        <Button url={`/office/listings?mall=${key}`}>{t(m.seeListings)}</Button>
        {on ? (
          <DeskConfirm word={t(m.stop)} danger>
            <p>{t(m.stopSure)}</p>
            <Switch channelKey={key} on={false} />
          </DeskConfirm>
        ) : (
          <Switch channelKey={key} on />
        )}
      </div>
    </DeskCard>
  );
}

/** What merchants are shown and agree to; a change asks all of them again. */
function Terms({ channel: { key, terms }, name }: { channel: Channel; name: string }) {
  const t = useSentence();
  return (
    <Form method="post" preventScrollReset className="desk-terms">
      <input type="hidden" name="key" value={key} />
      <DeskField
        name="feePercent"
        label={t(m.feePercent)}
        helpText={terms === null ? t(m.termsMissing) : undefined}
        defaultValue={terms === null ? "" : formatPercent(terms.feeBasisPoints)}
        inputMode="decimal"
        autoComplete="off"
        suffix="%"
      />
      <DeskField
        name="settlementDays"
        label={t(m.settlementDays)}
        defaultValue={terms === null ? "" : String(terms.settlementDays)}
        inputMode="numeric"
        autoComplete="off"
        suffix={t(m.daysAfter)}
      />
      <Button submit accessibilityLabel={t(m.saveTermsOf, { mall: name })}>
        {t(m.saveTerms)}
      </Button>
    </Form>
  );
}

function Switch({ channelKey, on }: { channelKey: string; on: boolean }) {
  const t = useSentence();
  return (
    <Form method="post">
      <input type="hidden" name="key" value={channelKey} />
      <input type="hidden" name="on" value={String(on)} />
      <Button submit variant="primary" {...(on ? {} : { tone: "critical" as const })}>
        {t(on ? m.resume : m.stopNow)}
      </Button>
    </Form>
  );
}

function Connection({ connection }: Pick<Channel, "connection">) {
  const t = useSentence();
  switch (connection) {
    case "set":
      return <Status tone="live" word={t(m.connected)} />;
    case "own_desk":
      return (
        <Notice tone="information" title={t(m.ownDesk)}>
          <p>{t(m.ownDeskBody)}</p>
          <Link to="/office/hand-overs">{t(m.openHandOvers)}</Link>
        </Notice>
      );
    case "missing":
      return (
        <Notice tone="waiting" title={t(m.notConnected)}>
          {t(m.notConnectedBody)}
        </Notice>
      );
  }
}

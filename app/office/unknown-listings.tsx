import { Form, type useLoaderData } from "@remix-run/react";
import { driftMessages as m, unknownStateWords } from "#app/messages/drift.ts";
import { formatDateTime, formatWon } from "#app/messages/format.ts";
import { DeskCard } from "#app/ui/desk/desk-card.tsx";
import { DeskTable } from "#app/ui/desk/desk-table.tsx";
import { Button } from "#app/ui/desk/polaris.ts";
import { useLocale, useSentence } from "#app/ui/plain/locale.tsx";
import type { loader } from "./mall-drift.tsx";

type Unknown = ReturnType<typeof useLoaderData<typeof loader>>["unknown"];
type Listing = Unknown["open"][number];

/** What stands in the programme's account at a mall and is none of ours: to be looked at, not to be touched. */
export function UnknownListings({ unknown }: { unknown: Unknown }) {
  const t = useSentence();
  const locale = useLocale();
  const { lookedAt, standing, open, leftAlone } = unknown;
  const seen = lookedAt && { at: formatDateTime(locale, lookedAt), standing: standing ?? 0, unknown: unknown.unknown };
  return (
    <DeskCard title={t(m.unknownTitle)}>
      <p className="desk-soft">{t(m.unknownLead)}</p>
      <p>{t(seen ? (standing === null ? m.unknownNoList : m.unknownSeen) : m.unknownNotLooked, seen ?? {})}</p>
      {open.length > 0 && (
        <>
          <p>{t(m.unknownWhat)}</p>
          {unknown.unknown > open.length + leftAlone.length && (
            <p className="desk-soft">{t(m.unknownMore, { count: open.length })}</p>
          )}
          <Table caption={t(m.unknownTitle)} listings={open} />
        </>
      )}
      {leftAlone.length > 0 && (
        <details>
          <summary>{t(m.unknownLeft, { count: leftAlone.length })}</summary>
          <Table caption={t(m.unknownLeft, { count: leftAlone.length })} listings={leftAlone} />
        </details>
      )}
    </DeskCard>
  );
}

function Table({ caption, listings }: { caption: string; listings: Listing[] }) {
  const t = useSentence();
  const locale = useLocale();
  return (
    <DeskTable
      caption={caption}
      columns={[
        { word: t(m.product) },
        { word: t(m.unknownNumber) },
        { word: t(m.unknownCode) },
        { word: t(m.unknownPrice), number: true },
        { word: t(m.unknownState) },
        { word: t(m.foundAt) },
        { word: t(m.decide), narrow: "line" },
      ]}
      rows={listings.map((listing) => ({
        id: listing.remoteId,
        cells: [
          <Name key="name" listing={listing} />,
          listing.remoteId,
          listing.code ?? "–",
          listing.price === null ? "–" : formatWon(locale, listing.price),
          t(unknownStateWords[listing.state]),
          formatDateTime(locale, listing.foundAt),
          <Leave key="leave" listing={listing} />,
        ],
      }))}
    />
  );
}

function Name({ listing: { name, pageUrl } }: { listing: Listing }) {
  const t = useSentence();
  return (
    <span>
      {name}{" "}
      {pageUrl && (
        <a href={pageUrl} target="_blank" rel="noreferrer">
          {t(m.unknownSee)}
        </a>
      )}
    </span>
  );
}

function Leave({ listing: { remoteId, name, leftAloneAt } }: { listing: Listing }) {
  const t = useSentence();
  const left = leftAloneAt !== null;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="remoteId" value={remoteId} />
      <input type="hidden" name="leave" value={left ? "no" : "yes"} />
      <Button submit accessibilityLabel={t(left ? m.unknownAgainOf : m.unknownLeaveOf, { name })}>
        {t(left ? m.unknownAgain : m.unknownLeave)}
      </Button>
    </Form>
  );
}

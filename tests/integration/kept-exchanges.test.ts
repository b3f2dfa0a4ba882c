import { expect, test } from "vitest";
import { type KeptExchange, keepExchanges } from "#app/domain/listing/keep-exchanges.ts";
import { selectSubmission } from "#app/domain/season/select-submission.ts";
import { testDatabase } from "#tests/database.ts";
import { content, openSeason, submit, twoMalls } from "./season-setup.ts";

const said = (address: string, acts: boolean): KeptExchange => ({
  at: new Date(),
  method: acts ? "POST" : "GET",
  acts,
  address,
  request: null,
  status: 200,
  requestId: null,
  answer: "a\0b",
  milliseconds: 1,
});

test("what was sent stays to be shown however often the mall is asked afterwards; of each the newest thirty", async () => {
  const { client: database } = await testDatabase({ untilTestEnds: true });
  const season = await openSeason(database);
  const [submissionId = ""] = await submit(database, season, [content("A")]);
  await selectSubmission(database, season.curator, { submissionId }, twoMalls);
  const { id: listingId } = await database.listing.findFirstOrThrow();
  const kept = async () => {
    const rows = await database.listingExchange.findMany({ where: { listingId }, orderBy: { id: "asc" } });
    return rows.map(({ address }) => address);
  };
  await keepExchanges(database, listingId, [said("/make", true), said("/look", false)]);
  for (let day = 1; day <= 50; day += 1) await keepExchanges(database, listingId, [said(`/look/${day}`, false)]);
  expect(await kept()).toEqual(["/make", ...Array.from({ length: 30 }, (_, at) => `/look/${at + 21}`)]);
  const many = Array.from({ length: 40 }, (_, at) => said(`/change/${at}`, true));
  await keepExchanges(database, listingId, [...many, said("/look/51", false)]);
  const now = await kept();
  expect(now.filter((address) => address.startsWith("/change"))).toEqual(
    Array.from({ length: 30 }, (_, at) => `/change/${at + 10}`),
  );
  expect(now).not.toContain("/make");
  expect(now.filter((address) => address.startsWith("/look"))).toHaveLength(30);
  expect(await database.listingExchange.findFirst({ where: { listingId } })).toMatchObject({ answer: "ab" });
});

import { expect, test } from "vitest";
import { cancelVisit } from "#app/domain/visit/cancel-visit.ts";
import { findVisit, listVisits } from "#app/domain/visit/find-visit.ts";
import { later, must, now, visitStage } from "./visit-stage.ts";

const personal = ["백정숙", "+821012345678", "나리 본명", "%eb%82%98%eb%a6%ac@example.com"];

test("names, numbers and addresses are read by the two from the agreement until thirty days after the visit", async () => {
  const { database, merchant, storeId, nari, bora, propose, first } = await visitStage();
  const { visitId } = must(await propose(nari, first));
  const waiting = must(await propose(bora, first));
  const asCreator = (at: Date, id = visitId) => findVisit(database, id, { creatorId: nari.accountId }, at);
  const asStore = (at: Date, id = visitId) => findVisit(database, id, { storeId }, at);

  expect((await asCreator(now))?.store.contact).toEqual({ name: "백정숙", phone: "+821012345678" });
  expect((await asStore(now))?.creator.contact).toMatchObject({ name: "나리 본명", email: personal[3] });
  expect(await findVisit(database, visitId, { creatorId: bora.accountId }, now)).toBeNull();

  // Who only waits is told nothing, and nothing is told of them but what they chose to tell.
  expect((await findVisit(database, waiting.visitId, { creatorId: bora.accountId }, now))?.store.contact).toBeNull();
  expect((await asStore(now, waiting.visitId))?.creator).toMatchObject({ penName: "보라", contact: null });

  expect((await asCreator(later(34)))?.store.contact).not.toBeNull();
  const after = later(34, 3);
  for (const seen of [await asCreator(after), await asStore(after), await listVisits(database, { storeId }, after)]) {
    for (const word of personal) expect(JSON.stringify(seen)).not.toContain(word);
  }

  must(await cancelVisit(database, merchant, { storeId }, { visitId }, now));
  const off = [await asCreator(now), await asStore(now)];
  for (const word of personal) expect(JSON.stringify(off)).not.toContain(word);
});

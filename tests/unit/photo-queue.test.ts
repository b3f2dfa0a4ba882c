import { describe, expect, test } from "vitest";
import { issue } from "#app/domain/issue/issue.ts";
import { PhotoQueue } from "#app/merchant/photo-queue/photo-queue.ts";
import type { SendOutcome } from "#app/merchant/photo-queue/send-photo.ts";
import type { StoredPhoto } from "#app/merchant/photo-queue/stored-photos.ts";

/** A phone: what it keeps outlives its pages, and the network comes and goes. */
function phone() {
  const kept = new Map<string, StoredPhoto>();
  const state = { online: true, keeps: true, answers: [] as (SendOutcome | "fails")[] };
  const sent: { id: string; bytes: number }[] = [];
  const targets: string[] = [];
  const waits: { milliseconds: number; then: () => void }[] = [];
  const memory = new Map<string, StoredPhoto>();
  let tick = 0;
  function openPage(): PhotoQueue {
    return new PhotoQueue({
      stored: {
        all: async () => [...kept.values(), ...memory.values()],
        keep: async (photo) => {
          (state.keeps ? kept : memory).set(photo.id, photo);
          return state.keeps;
        },
        remove: async (id) => {
          kept.delete(id);
          memory.delete(id);
        },
      },
      send: async ({ id, draftId, productId, blob }) => {
        const answer = state.answers.shift() ?? { taken: true };
        if (answer === "fails") throw new Error("no network");
        if (answer.taken) sent.push({ id, bytes: blob.size });
        if (answer.taken) targets.push(productId ?? draftId ?? "");
        return answer;
      },
      shrink: async (blob) =>
        blob.type === "image/heic" ? null : blob.slice(0, Math.ceil(blob.size / 2), "image/jpeg"),
      isOnline: () => state.online,
      wait: (milliseconds, then) => void waits.push({ milliseconds, then }),
      now: () => ++tick,
    });
  }
  return { kept, state, sent, targets, waits, openPage };
}

const file = (id: string, type = "image/jpeg") => ({ id, name: `${id}.jpg`, blob: new Blob(["0123456789"], { type }) });
const states = (queue: PhotoQueue) => queue.snapshot().map(({ id, state }) => [id, state]);

describe("photos on their way", () => {
  test("go small and in their order, and are forgotten once they have arrived", async () => {
    const { kept, sent, openPage } = phone();
    const queue = openPage();
    const taken: string[] = [];
    queue.onTaken(({ id }) => taken.push(id));
    await queue.start("miller");
    await queue.add({ draftId: "draft" }, [file("a"), file("b", "image/heic")]);
    // What cannot be decoded here goes as it is.
    expect(sent).toEqual([
      { id: "a", bytes: 5 },
      { id: "b", bytes: 10 },
    ]);
    expect([taken, kept.size, states(queue)]).toEqual([["a", "b"], 0, []]);
  });

  test("wait for the network and for the next page, and are made small only once", async () => {
    const { kept, state, sent, openPage } = phone();
    state.online = false;
    const closed = openPage();
    await closed.start("miller");
    await closed.add({ draftId: "draft" }, [file("a"), file("b")]);
    expect(states(closed)).toEqual([
      ["a", "waiting"],
      ["b", "waiting"],
    ]);
    expect([...kept.keys()]).toEqual(["a", "b"]);
    state.online = true;
    await openPage().start("miller");
    expect(sent).toEqual([
      { id: "a", bytes: 5 },
      { id: "b", bytes: 5 },
    ]);
    expect(kept.size).toBe(0);
  });

  test("of drafts and of products wait together, and each comes to its own", async () => {
    const { kept, state, targets, openPage } = phone();
    state.online = false;
    const closed = openPage();
    await closed.start("miller");
    await closed.add({ productId: "oil" }, [file("a")]);
    await closed.add({ draftId: "board" }, [file("b")]);
    await closed.add({ productId: "oil" }, [file("c")]);
    // A draft takes no photo of a product with it.
    await closed.removeDraft("board");
    await closed.add({ draftId: "bag" }, [file("d")]);
    expect(closed.snapshot().map(({ productId, draftId }) => productId ?? draftId)).toEqual(["oil", "oil", "bag"]);
    state.online = true;
    await openPage().start("miller");
    expect([targets, kept.size]).toEqual([["oil", "oil", "bag"], 0]);
  });

  test("are tried later and later, and at once when the network is back", async () => {
    const { state, sent, waits, openPage } = phone();
    state.answers = ["fails", "fails", "fails"];
    const queue = openPage();
    await queue.start("miller");
    await queue.add({ draftId: "draft" }, [file("a")]);
    waits.at(-1)?.then();
    await expect.poll(() => waits.length).toBe(2);
    await queue.wake();
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([2_000, 4_000, 2_000]);
    // A wait that another has overtaken sends nothing twice.
    waits[0]?.then();
    waits[2]?.then();
    await expect.poll(() => sent.length).toBe(1);
    expect(states(queue)).toEqual([]);
  });

  test("wait for their turn while others go, and for the network only when it is gone", async () => {
    const { state, waits, openPage } = phone();
    const queue = openPage();
    const seen: unknown[] = [];
    queue.subscribe(() => seen.push(queue.snapshot().find(({ id }) => id === "b")?.state));
    await queue.start("miller");
    await queue.add({ draftId: "draft" }, [file("a"), file("b")]);
    expect(new Set(seen)).toEqual(new Set([undefined, "queued", "preparing", "sending"]));
    state.answers = ["fails"];
    await queue.add({ draftId: "draft" }, [file("c"), file("d")]);
    expect(states(queue)).toEqual([
      ["c", "waiting"],
      ["d", "waiting"],
    ]);
    waits.at(-1)?.then();
    await expect.poll(() => states(queue)).toEqual([]);
  });

  test("are refused one by one with the reason; the others go on", async () => {
    const { kept, state, sent, openPage } = phone();
    state.answers = [{ taken: false, issues: [issue("draft.too_many_photos", { field: "photos" })] }];
    const queue = openPage();
    await queue.start("miller");
    await queue.add({ draftId: "draft" }, [file("a"), file("b")]);
    expect(states(queue)).toEqual([["a", "refused"]]);
    expect(queue.snapshot()[0]?.issues).toMatchObject([{ code: "draft.too_many_photos" }]);
    expect(sent.map(({ id }) => id)).toEqual(["b"]);
    await queue.removeDraft("draft");
    expect([kept.size, states(queue)]).toEqual([0, []]);
  });

  test("stay while nobody is logged in, and are nobody else's to send", async () => {
    const { kept, state, sent, openPage } = phone();
    state.answers = [{ taken: false, signedOut: true }];
    const queue = openPage();
    await queue.start("miller");
    await queue.add({ draftId: "draft" }, [file("a")]);
    expect(states(queue)).toEqual([["a", "signed_out"]]);
    const others = openPage();
    await others.start("neighbour");
    expect([states(others), sent, kept.size]).toEqual([[], [], 1]);
    await openPage().start("miller");
    expect(sent.map(({ id }) => id)).toEqual(["a"]);
  });

  test("stay when another merchant logs in on the same page", async () => {
    const { kept, state, sent, openPage } = phone();
    state.answers = [{ taken: false, signedOut: true }];
    const queue = openPage();
    await queue.start("miller");
    await queue.add({ draftId: "draft" }, [file("a")]);
    await queue.start("neighbour");
    expect([states(queue), sent, kept.size]).toEqual([[], [], 1]);
    await queue.start("miller");
    expect(sent.map(({ id }) => id)).toEqual(["a"]);
  });

  test("a browser that keeps nothing is told of, and sends all the same", async () => {
    const { state, sent, openPage } = phone();
    state.keeps = false;
    const queue = openPage();
    await queue.start("miller");
    await queue.add({ draftId: "draft" }, [file("a")]);
    expect([queue.keeps, sent.length]).toEqual([false, 1]);
  });
});

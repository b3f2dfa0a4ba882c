/**
 * Works through all items, at most `atOnce` at the same time and `perKey` of those that share a key; otherwise in their order. The
 * first work that throws ends it, once those begun have come to their end.
 */
export async function workByKey<Item>(
  items: readonly Item[],
  { atOnce, perKey, keyOf }: { atOnce: number; perKey: number; keyOf(item: Item): string },
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queues = new Map<string, { waiting: Item[]; working: number }>();
  for (const item of items) {
    const key = keyOf(item);
    const queue = queues.get(key) ?? { waiting: [], working: 0 };
    queues.set(key, queue);
    queue.waiting.push(item);
  }
  for (const { waiting } of queues.values()) waiting.reverse();

  let failed = false;
  const lane = async () => {
    for (;;) {
      const queue = [...queues.values()].find(({ waiting, working }) => waiting.length > 0 && working < perKey);
      const item = queue?.waiting.pop();
      if (!queue || item === undefined || failed) return;
      queue.working += 1;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      } finally {
        queue.working -= 1;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

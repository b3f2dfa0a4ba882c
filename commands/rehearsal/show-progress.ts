import type { Database } from "#app/services/database/database.ts";

const names = { import: "시트", photos: "사진", publishing: "몰" } as const;

/** A line on the terminal, redrawn twice a second while the season is played. */
export function showProgress(database: Database, on: boolean): { close(): void } {
  if (!on) return { close: () => {} };
  const draw = async () => {
    const sums = await database.progress.groupBy({ by: ["kind"], _sum: { done: true, total: true } });
    const bars = sums.map(({ kind, _sum }) => `${names[kind]} ${bar(_sum.done ?? 0, _sum.total ?? 0)}`);
    process.stderr.write(`\r\u001b[K${bars.join("   ")}`);
  };
  const timer = setInterval(() => void draw().catch(() => {}), 500);
  return {
    close() {
      clearInterval(timer);
      process.stderr.write("\r\u001b[K");
    },
  };
}

function bar(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * 20);
  return `${"█".repeat(filled)}${"░".repeat(20 - filled)} ${done}/${total}`;
}

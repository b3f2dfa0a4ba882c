import { useEffect, useState } from "react";

/** A row of the table `progress` as pages get it. */
export interface ProgressRow {
  id: string;
  kind: "import" | "photos" | "publishing";
  state: "running" | "done" | "failed";
  total: number;
  done: number;
  failed: number;
  /** Changes with every step, also with one that changes no number. An ISO time in what is heard live. */
  updatedAt: Date | string;
}

/**
 * Rows as they change, starting from what the loader read; newly begun work is added. Without script the loader's
 * rows stay as they are.
 */
export function useProgress(initial: readonly ProgressRow[]): ProgressRow[] {
  const [heard, setHeard] = useState<Record<string, ProgressRow>>({});
  useEffect(() => {
    const stream = new EventSource("/events/progress");
    stream.addEventListener("progress", ({ data }: MessageEvent<string>) => {
      const row = JSON.parse(data) as ProgressRow;
      setHeard((rows) => ({ ...rows, [keyOf(row)]: row }));
    });
    return () => stream.close();
  }, []);
  const rows = new Map([...initial, ...Object.values(heard)].map((row) => [keyOf(row), row]));
  return [...rows.values()];
}

const keyOf = ({ id, kind }: ProgressRow) => `${id} ${kind}`;

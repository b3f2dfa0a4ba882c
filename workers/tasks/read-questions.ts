import { asksMore } from "#app/channels/contract.ts";
import { findUnaskedCategories, keepQuestions } from "#app/domain/channel/keep-questions.ts";
import type { WorkerContext } from "../context.ts";

/** Learns what the malls ask of single categories, so that merchants can be asked before anything is sent. */
export async function readQuestions({ database, malls, log }: Pick<WorkerContext, "database" | "malls" | "log">) {
  const asking = Object.entries(malls).filter(([, connection]) => connection && asksMore(connection));
  const unasked = await findUnaskedCategories(
    database,
    asking.map(([key]) => key),
  );
  for (const category of unasked) {
    const connection = malls[category.channelKey];
    if (!connection || !asksMore(connection)) continue;
    const questions = await connection.readQuestions(category.mallCode);
    if (questions) await keepQuestions(database, category, questions);
    else log.warn(category, "a mall did not say what it asks");
  }
}

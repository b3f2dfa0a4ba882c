import type { Actor } from "#app/domain/account/actor.ts";
import { answerSheetName } from "#app/domain/hand-over/answer-sheet.ts";
import { recordAnswers } from "#app/domain/hand-over/record-answers.ts";
import { issue } from "#app/domain/issue/issue.ts";
import type { Database } from "#app/services/database/database.ts";
import { openSheet, SheetRefused } from "#app/services/sheets/open-sheet.ts";
import { type ReceivedFile, receiveUpload, UploadRefused } from "#app/services/uploads/receive-upload.ts";
import type { AnswersOfFile } from "./hand-over-answers.tsx";

const maximumBytes = 20 * 1024 * 1024;
const maximumFiles = 100;

/** Records the workbooks of a form one after another: what is wrong with one keeps no other from being recorded. */
export async function takeAnswers(database: Database, actor: Actor, request: Request): Promise<AnswersOfFile[]> {
  try {
    const upload = await receiveUpload(request, { maximumBytes, maximumFiles, fileFields: ["answers"] });
    try {
      if (upload.files.length === 0) return [{ file: "", issues: [issue("upload.missing_file")] }];
      const taken: AnswersOfFile[] = [];
      for (const file of upload.files) taken.push(await takeFile(database, actor, file));
      return taken;
    } finally {
      await upload.remove();
    }
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error;
    return [{ file: "", issues: [issue(error.code, {}, { params: error.params })] }];
  }
}

async function takeFile(database: Database, actor: Actor, { path, name }: ReceivedFile): Promise<AnswersOfFile> {
  try {
    const sheet = await openSheet({ path, name, worksheet: answerSheetName });
    return { file: name, recorded: await recordAnswers(database, actor, sheet) };
  } catch (error) {
    if (!(error instanceof SheetRefused)) throw error;
    return { file: name, issues: [error.issue] };
  }
}

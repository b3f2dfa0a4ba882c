import { renewalsSettled } from "#app/services/secrets/rotating-tokens.ts";

/** Ends this process once what malls have given to it stands in the database: nobody is given it again. */
export function endProcess(code: number): void {
  void renewalsSettled().then(() => process.exit(code));
}

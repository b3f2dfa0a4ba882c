import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { type MallKey, readMallSettings, settingsNeeded } from "./mall-settings.ts";
import { isNeeded } from "./read-settings.ts";

type Values = Record<string, string | undefined>;

/** What is wrong with what the office would enter over the environment's values; each issue's field is a variable. */
export function judgeConnection(key: MallKey, { entered, given }: { entered: Values; given: Values }): Issue[] {
  const { settings, problems } = readMallSettings(key, { ...given, ...entered });
  const anything = Object.keys(entered).length > 0;
  const missing = settings === null && problems.length === 0 && anything ? settingsNeeded(key).filter(isNeeded) : [];
  const local = Object.entries(entered).filter(
    ([, value = ""]) => /^[a-z]+:\/\//i.test(value) && !isPublicOrigin(value),
  );
  return [
    ...local.map(([variable]) => issue("connection.address_not_public", { field: variable })),
    ...problems.map(({ variable, kind }) =>
      issue(kind === "missing" ? "connection.value_missing" : "connection.value_wrong", { field: variable }),
    ),
    ...missing.map(({ variable }) => issue("connection.value_missing", { field: variable })),
  ];
}

/** A worker calls what is entered with the mall's keys: never in clear, and never a machine beside it. */
function isPublicOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== "https:") return false;
  return /\.[a-z][a-z0-9-]+$/i.test(url.hostname) && !/\.(local|internal)$/i.test(url.hostname);
}

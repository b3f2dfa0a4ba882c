import type { Complaint } from "./answers.ts";

/** A body as somebody sent it, read by dotted path, and the complaints about it so far. */
export interface Examination {
  at(path: string): unknown;
  complaints: Complaint[];
  complain(name: string, type: string, message: string): void;
  /** Complains unless there is text at the path. */
  text(path: string): string | null;
  /** Complains unless there is a whole number within the bounds. */
  number(path: string, minimum: number, maximum: number): number | null;
  /** Complains unless one of the words stands there. */
  oneOf(path: string, words: readonly string[]): string | null;
}

export function examine(body: unknown): Examination {
  const complaints: Complaint[] = [];
  const at = (path: string) => valueAt(body, path);
  const complain = (name: string, type: string, message: string) => {
    complaints.push({ name, type, message });
  };
  return {
    at,
    complaints,
    complain,
    text(path) {
      const value = at(path);
      if (typeof value === "string" && value.trim() !== "") return value;
      complain(path, "NotEmpty", `${path} 항목을 입력해 주세요.`);
      return null;
    },
    number(path, minimum, maximum) {
      const value = at(path);
      if (typeof value !== "number" || !Number.isInteger(value)) {
        complain(path, "NotNull", `${path} 항목을 입력해 주세요.`);
      } else if (value < minimum) {
        complain(path, "NumberMin", `${path} 항목은 ${minimum} 이상이어야 합니다.`);
      } else if (value > maximum) {
        complain(path, "NumberMax", `${path} 항목은 ${maximum} 이하여야 합니다.`);
      } else {
        return value;
      }
      return null;
    },
    oneOf(path, words) {
      const value = at(path);
      if (typeof value === "string" && words.includes(value)) return value;
      complain(path, "NotValidEnum", `${path} 항목이 유효하지 않습니다.`);
      return null;
    },
  };
}

export function valueAt(body: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, key) => (typeof value === "object" ? (value as Record<string, unknown> | null)?.[key] : undefined),
      body,
    );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listAt(body: unknown, path: string): unknown[] {
  const value = valueAt(body, path);
  return Array.isArray(value) ? value : [];
}

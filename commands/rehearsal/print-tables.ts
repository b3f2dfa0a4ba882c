import type { Report } from "./report.ts";

/** The verdicts for people, on standard output. */
export function printTables({ rows, issues, photos, selected, renditions, channels, malls, seconds }: Report): void {
  const lines = [
    `줄 ${rows.total}: 받음 ${rows.accepted}, 돌려보냄 ${rows.refused}, 건너뜀 ${rows.skipped}`,
    ...table(
      ["줄", "칸", "문제", "정도", "적힌 값"],
      issues.map((one) => [String(one.row), one.field, one.code, one.severity, one.raw]),
    ),
    "",
    `사진 ${photos.given}: 짝지음 ${photos.matched}, 짝 없음 ${photos.unmatched.length}, 못 씀 ${photos.refused.length}`,
    ...photos.unmatched.map((file) => `  짝 없음  ${file}`),
    ...photos.refused.map(({ file, code }) => `  못 씀  ${file}  ${code}`),
    "",
    `선정 ${selected}, 그림 ${renditions.made}장 만듦, ${renditions.reused}번 다시 씀`,
    ...table(
      ["몰", "판매 중", "거절", "기다림", "실패", "준비 안 됨", "몰이 센 상품", "겹침"],
      Object.entries(channels).map(([key, one]) => [
        key,
        ...[one.live, one.refused, one.waiting, one.failed, one.not_ready].map(String),
        String(malls[key]?.listings ?? 0),
        String(malls[key]?.duplicates ?? 0),
      ]),
    ),
    ...Object.entries(channels).flatMap(([key, one]) =>
      one.issues.map(({ sku, code, field }) => `  ${key}  ${sku}  ${code}  ${field}`),
    ),
    "",
    `${seconds.total}초 (읽기 ${seconds.intake}, 사진 ${seconds.photos}, 올리기 ${seconds.publish})`,
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
}

function table(headings: string[], rows: string[][]): string[] {
  if (rows.length === 0) return [];
  const widths = headings.map((heading, column) =>
    Math.max(width(heading), ...rows.map((row) => width(row[column] ?? ""))),
  );
  return [headings, ...rows].map((row) =>
    `  ${row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - width(cell))).join("  ")}`.trimEnd(),
  );
}

/** Columns of a terminal: Hangul and other wide signs take two. */
function width(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(sign) ? 2 : 1),
    0,
  );
}

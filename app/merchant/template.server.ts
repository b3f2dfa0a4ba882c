import { columnHeading, columnKeys, neededKeys } from "#app/domain/intake/columns.ts";
import { noticeOf } from "#app/domain/notice/notices.ts";
import { noticeColumns } from "#app/domain/product/catalog-cells.ts";
import { type Category, categories } from "#app/domain/product/categories.ts";
import { templateMessages as m, templateColumns } from "#app/messages/merchant-imports.ts";
import { writeWorkbook } from "#app/services/sheets/write-workbook.ts";

/**
 * An empty sheet to fill in, with the notice's columns of one category where it is chosen; the example has a sheet of its own, so
 * that nobody uploads it as a product.
 */
export function catalogTemplate(category: Category | null): Promise<Buffer> {
  const notices = category ? noticeColumns(category.key) : [];
  const asked = category ? firstAlternatives(category.key) : new Set<string>();
  const columns = [
    ...columnKeys.map((key) => ({
      heading: neededKeys.includes(key) ? `${columnHeading(key)} *` : columnHeading(key),
      width: key === "description" || key === "name" ? 36 : 20,
      note: templateColumns[key].how,
    })),
    ...notices.map(({ heading, field }) => ({
      heading: field.required || asked.has(field.key) ? `${heading} *` : heading,
      width: 24,
      note: m.noticeKinds[field.kind],
    })),
  ];
  const example = columnKeys.map((key) =>
    key === "category" && category ? category.nameKo : templateColumns[key].example,
  );
  return writeWorkbook([
    {
      name: m.sheet,
      columns,
      rows: [],
      choices: {
        [columnKeys.indexOf("category")]: { sheet: m.categories, column: 0, count: categories.length },
        [columnKeys.indexOf("tax")]: ["과세", "면세", "영세"],
        ...Object.fromEntries(
          notices.flatMap(({ field }, index) =>
            field.kind === "boolean" ? [[columnKeys.length + index, ["예", "아니오"]]] : [],
          ),
        ),
      },
    },
    { name: m.example, columns, rows: [[...example, ...notices.map(({ field }) => m.noticeExamples[field.kind])]] },
    {
      name: m.notes,
      columns: [
        { heading: m.heading, width: 20 },
        { heading: m.needed, width: 12 },
        { heading: m.how, width: 80 },
      ],
      rows: [
        ...columnKeys.map((key) => [
          columnHeading(key),
          neededKeys.includes(key) ? m.yes : m.optional,
          templateColumns[key].how,
        ]),
        [m.noticeHeading, m.optional, m.noticeHow],
      ],
    },
    {
      name: m.categories,
      columns: [{ heading: m.categories, width: 48 }],
      rows: categories.map(({ nameKo }) => [nameKo]),
    },
  ]);
}

/** Of every choice the fields that are asked for first. */
function firstAlternatives(categoryKey: string): Set<string> {
  return new Set(noticeOf(categoryKey).choices.flatMap(({ alternatives }) => alternatives[0] ?? []));
}

import { columnHeading, columnKeys, neededKeys } from "#app/domain/intake/columns.ts";
import { categories } from "#app/domain/product/categories.ts";
import { templateMessages as m, templateColumns } from "#app/messages/merchant-imports.ts";
import { writeWorkbook } from "#app/services/sheets/write-workbook.ts";

/** An empty sheet to fill in; the example has a sheet of its own, so that nobody uploads it as a product. */
export function catalogTemplate(): Promise<Buffer> {
  const columns = columnKeys.map((key) => ({
    heading: neededKeys.includes(key) ? `${columnHeading(key)} *` : columnHeading(key),
    width: key === "description" || key === "name" ? 36 : 20,
    note: templateColumns[key].how,
  }));
  return writeWorkbook([
    {
      name: m.sheet,
      columns,
      rows: [],
      choices: {
        [columnKeys.indexOf("category")]: { sheet: m.categories, column: 0, count: categories.length },
        [columnKeys.indexOf("tax")]: ["과세", "면세", "영세"],
      },
    },
    { name: m.example, columns, rows: [columnKeys.map((key) => templateColumns[key].example)] },
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

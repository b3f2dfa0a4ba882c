import { expect, test } from "vitest";
import { cdataTag, readXml, textOf } from "#app/services/xml/xml-tree.ts";

test.each([
  ["a document type", `<!DOCTYPE a><a><b>c</b></a>`],
  ["an entity of its own", `<!DOCTYPE a [<!ENTITY c "d">]><a><b>&c;</b></a>`],
  ["a file's content", `<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/passwd">]><a><b>&c;</b></a>`],
  ["an entity that nobody declared", "<a><b>&c;</b></a>"],
  ["half of it", "<a><b>c</b>"],
])("%s is not read", (_, document) => {
  expect(() => readXml(document)).toThrow();
});

test("XML's own entities and numbers are read, whatever encoding is named, and so is the end of a CDATA in one", () => {
  const root = readXml(
    `<?xml version="1.0" encoding="euc-kr"?><n:a><n:b>&lt;&amp;&#44032;</n:b>${cdataTag("c", "]]>")}</n:a>`,
  );
  expect([root.name, textOf(root, "b"), textOf(root, "c")]).toEqual(["a", "<&가", "]]>"]);
});

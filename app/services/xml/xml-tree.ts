import { SaxesParser } from "saxes";

/** An element by its local name: prefixes of namespaces are left out. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  /** Its own text and that of its CDATA sections, without its children's. */
  text: string;
  children: XmlElement[];
}

/**
 * The root of a small document. The parser knows the five entities of XML itself and character numbers; a document type,
 * which could declare others, is refused. @throws Error on anything that is not well-formed
 */
export function readXml(document: string): XmlElement {
  const parser = new SaxesParser();
  const holder: XmlElement = { name: "", attributes: {}, text: "", children: [] };
  const open = [holder];
  const add = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("A document type is not taken");
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name: localName(name), attributes, text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.on("text", add);
  parser.on("cdata", add);
  // The text is decoded already, whatever encoding its declaration names.
  parser.write(document.replace(/^\uFEFF?\s*<\?xml[^>]*\?>/, "")).close();
  const [root] = holder.children;
  if (!root) throw new Error("No element");
  return root;
}

/** The first child of that name. */
export function childOf({ children }: XmlElement, name: string): XmlElement | null {
  return children.find((child) => child.name === name) ?? null;
}

export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The first child's text without the space around it; null when there is no such child. */
export function textOf(element: XmlElement, name: string): string | null {
  return childOf(element, name)?.text.trim() ?? null;
}

/** `<name>content</name>`; the content is XML already, and the name may carry attributes. */
export function tag(name: string, ...content: string[]): string {
  return `<${name}>${content.join("")}</${name.split(" ", 1)[0]}>`;
}

/** `<name>` with text, which is escaped. */
export function textTag(name: string, text: string | number): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  return tag(
    name,
    String(text).replace(/[&<>]/g, (sign) => signs[sign] ?? sign),
  );
}

/** `<name>` with text as it is; the one thing it may not hold is its own end. */
export function cdataTag(name: string, text: string): string {
  return tag(name, `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

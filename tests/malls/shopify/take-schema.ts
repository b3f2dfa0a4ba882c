import { readFile, writeFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  type IntrospectionField,
  type IntrospectionInputValue,
  type IntrospectionQuery,
  type IntrospectionType,
  type IntrospectionTypeRef,
  printSchema,
} from "graphql";

/**
 * Takes from Shopify's own schema what the stand-in plays: `npx tsx tests/malls/shopify/take-schema.ts
 * <admin_2026-07.json.gz of npm's @shopify/dev-mcp>`. What a kept type asks for is kept whole; answers have only the kept types.
 */
const roots: Record<string, readonly string[]> = {
  QueryRoot: ["locations", "product", "productByIdentifier", "products", "publications", "shop"],
  Mutation: [
    "productSet",
    "productUpdate",
    "productDelete",
    "productVariantsBulkUpdate",
    "inventorySetQuantities",
    "publishablePublish",
    "publishableUnpublish",
    "metafieldDefinitionCreate",
  ],
};
const answers = new Set(
  `QueryRoot Mutation Product ProductConnection ProductVariant ProductVariantConnection SelectedOption Shop Media MediaConnection
  MediaImage MediaError Image ProductDeletePayload ProductSetPayload ProductSetUserError ProductUpdatePayload PublishablePublishPayload
  PublishableUnpublishPayload Publishable UserError DisplayableError MetafieldDefinition MetafieldDefinitionCreatePayload
  MetafieldDefinitionCreateUserError Metafield Node PageInfo ProductVariantsBulkUpdatePayload
  ProductVariantsBulkUpdateUserError InventorySetQuantitiesPayload InventorySetQuantitiesUserError InventoryItem
  PublicationConnection Publication ChannelConnection Channel LocationConnection Location`.split(/\s+/),
);

const header = `# From Shopify's published schema of the Admin API 2026-07, as npm's @shopify/dev-mcp 1.16.0 carries it, cut by take-schema.ts.
# Copyright 2025-present, Shopify Inc. ISC License: permission to use, copy, modify, and/or distribute this software for any
# purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in
# all copies. THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE.

`;

function named(type: IntrospectionTypeRef): string {
  return type.kind === "NON_NULL" || type.kind === "LIST" ? named(type.ofType) : type.name;
}

function cut(whole: IntrospectionQuery): IntrospectionQuery {
  const schema = whole.__schema;
  const byName = new Map(schema.types.map((type) => [type.name, type]));
  const kept = new Map<string, IntrospectionType>();

  const isAnswer = (name: string) => {
    const kind = byName.get(name)?.kind;
    return kind === "SCALAR" || kind === "ENUM" || answers.has(name);
  };

  function keepAsked(values: readonly IntrospectionInputValue[]): void {
    for (const { type } of values) keep(named(type));
  }

  function keepFields(name: string, fields: readonly IntrospectionField[]): readonly IntrospectionField[] {
    const wanted = fields.filter((field) => (roots[name] ?? [field.name]).includes(field.name));
    const answered = wanted.filter(({ type }) => isAnswer(named(type)));
    for (const { type, args } of answered) {
      keep(named(type));
      keepAsked(args);
    }
    return answered;
  }

  function keep(name: string): void {
    const type = byName.get(name);
    if (!type || kept.has(name)) return;
    kept.set(name, type);
    if (type.kind === "INPUT_OBJECT") keepAsked(type.inputFields);
    if (type.kind === "OBJECT" || type.kind === "INTERFACE") {
      const interfaces = type.interfaces.filter((one) => answers.has(one.name));
      for (const one of interfaces) keep(one.name);
      kept.set(name, { ...type, interfaces, fields: keepFields(name, type.fields) });
    }
  }

  for (const name of ["QueryRoot", "Mutation", "MediaImage", "Boolean", "String"]) keep(name);
  const types = [...kept.values()].map((type) =>
    type.kind === "INTERFACE"
      ? { ...type, possibleTypes: type.possibleTypes.filter((one) => kept.has(one.name)) }
      : type,
  );
  const directives = schema.directives.filter(({ args }) => args.every(({ type }) => kept.has(named(type))));
  return { __schema: { ...schema, subscriptionType: null, types, directives } };
}

function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === "description" ? null : withoutWords(one)]),
  );
}

const [path] = process.argv.slice(2);
if (!path) throw new Error("Which file of introspection?");
const { data } = JSON.parse(gunzipSync(await readFile(path)).toString()) as { data: IntrospectionQuery };
const schema = buildClientSchema(withoutWords(cut(data)) as IntrospectionQuery);
await writeFile(new URL("./admin-2026-07.graphql", import.meta.url), `${header}${printSchema(schema)}\n`);

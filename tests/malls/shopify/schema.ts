import { readFileSync } from "node:fs";
import {
  buildSchema,
  type DocumentNode,
  GraphQLError,
  type GraphQLScalarType,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";

export const schema = buildSchema(readFileSync(new URL("./admin-2026-07.graphql", import.meta.url), "utf8"));

/** Money comes as a decimal in text, without a symbol; a number is refused. */
const money = schema.getType("Money") as GraphQLScalarType;
money.parseValue = (value) => {
  if (typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return value;
  throw new GraphQLError(`Money must be a decimal string, got ${JSON.stringify(value)}`);
};

/** The document, or what the schema has against it; deprecated names are refused, as they will be one day. */
export function readDocument(query: unknown): DocumentNode | readonly GraphQLError[] {
  if (typeof query !== "string") return [new GraphQLError("query is required")];
  try {
    const document = parse(query);
    const errors = validate(schema, document, [...specifiedRules, NoDeprecatedCustomRule]);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

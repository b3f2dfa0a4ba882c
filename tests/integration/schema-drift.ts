import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

const require = createRequire(import.meta.url);

/** What a migration would have to do to make the database at `url` equal to the schema; empty when they agree. */
export async function schemaDrift(url: string, schemaFile: string): Promise<string> {
  const engineModule = await loadEngine();
  const pool = new CataloguePool({ connectionString: url, max: 1 });
  const base = new PrismaPg(pool);
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: base.provider,
    adapterName: base.adapterName,
    connect: () => connectReadingCatalogues(base, pool),
    connectToShadowDb: () => Promise.reject(new Error("Comparing needs no shadow database.")),
  });
  const schema = { path: schemaFile, content: readFileSync(schemaFile, "utf8") };
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [[schema.path, schema.content]] },
    () => {},
    factory,
  );
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files: [schema], configDir: "." },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 0 ? "" : (stdout ?? "They differ.");
  } finally {
    engine.free();
    await pool.end();
  }
}

let loaded: ReturnType<typeof instantiateEngine> | undefined;

/** Once a process: the module keeps views of its memory, which a second instance would not replace. */
function loadEngine() {
  loaded ??= instantiateEngine();
  return loaded;
}

/** Node cannot import .wasm by itself, so the module is put together by hand. */
async function instantiateEngine() {
  const engineModule = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = new WebAssembly.Module(readFileSync(glue.replace(/\.js$/, ".wasm")));
  const { exports } = new WebAssembly.Instance(wasm, { "./schema_engine_bg.js": engineModule as never });
  engineModule.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return engineModule;
}

/** Types of PostgreSQL's own catalogues that the engine reads and Prisma's adapter does not know. */
const quotedChar = 18;
const nameArray = 1003;
const textArray = 1009;

class CataloguePool extends pg.Pool {
  /** Which columns of the last answer were of type `"char"`. */
  charColumns: number[] = [];

  override async query(config: never): Promise<never> {
    const answer = (await super.query(config)) as pg.QueryArrayResult<unknown[]>;
    this.charColumns = [];
    for (const [index, field] of answer.fields.entries()) {
      if (field.dataTypeID === quotedChar) {
        this.charColumns.push(index);
        field.dataTypeID = pg.types.builtins.BPCHAR;
      }
      if (field.dataTypeID === nameArray) {
        field.dataTypeID = textArray;
        const parse = pg.types.getTypeParser(textArray as never, "text");
        for (const row of answer.rows) if (typeof row[index] === "string") row[index] = parse(row[index]);
      }
    }
    return answer as never;
  }
}

async function connectReadingCatalogues(factory: PrismaPg, pool: CataloguePool): Promise<SqlDriverAdapter> {
  const adapter = await factory.connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const answer = await queryRaw(query);
    for (const index of pool.charColumns) answer.columnTypes[index] = ColumnTypeEnum.Character;
    return answer;
  };
  return adapter;
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/*
 * A strict stand-in of Meilisearch's wire: keys and what each may do, tasks that end later, settings by their names, filters by its grammar
 * on filterable attributes only, facets, swapped indexes, failures. What it finds is every document with words that begin with the
 * question's: how well a real one ranks, and its tolerance of typos, it does not show.
 */

export interface MeilisearchServer {
  url: string;
  searchKey: string;
  writeKey: string;
  /** Every request as `POST /multi-search`, in order. */
  requests: string[];
  /** The next requests end so: with that status, cut off, or never. */
  fail(...kinds: Failure[]): void;
  /** The next tasks end as failed. */
  failTasks(count: number): void;
  /** Documents of an index by id. */
  documents(index: string): Map<string, Document> | undefined;
  close(): Promise<void>;
}

type Failure = 503 | 500 | "cut" | "silent";
type Document = Record<string, unknown> & { id: string };

interface Index {
  documents: Map<string, Document>;
  settings: Record<string, unknown>;
}

interface Task {
  uid: number;
  type: string;
  run: () => void;
  /** How often it is asked about before it ends. */
  asksLeft: number;
  status: "enqueued" | "processing" | "succeeded" | "failed";
  error: { message: string; code: string; type: string; link: string } | null;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const settingNames = new Set(
  "displayedAttributes searchableAttributes filterableAttributes sortableAttributes rankingRules stopWords synonyms distinctAttribute typoTolerance faceting pagination proximityPrecision separatorTokens nonSeparatorTokens dictionary searchCutoffMs localizedAttributes embedders prefixSearch facetSearch".split(
    " ",
  ),
);
const mostDocuments = 1_000;

export async function openMeilisearchServer(): Promise<MeilisearchServer> {
  const searchKey = "only-searches";
  const writeKey = "writes";
  const indexes = new Map<string, Index>();
  const tasks: Task[] = [];
  const failures: Failure[] = [];
  const requests: string[] = [];
  let tasksToFail = 0;

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://meilisearch").pathname;
    requests.push(`${request.method} ${path}`);
    const failure = failures.shift();
    if (failure === "cut") return request.socket.destroy();
    if (failure === "silent") return;
    answer(request, path, failure).then(
      ({ status, body }) => send(response, status, body),
      (error) => {
        const refusal = error instanceof Refusal ? error : new Refusal(500, "internal", String(error));
        send(response, refusal.status, {
          message: refusal.message,
          code: refusal.code,
          type: refusal.status === 403 ? "auth" : "invalid_request",
          link: `https://docs.meilisearch.com/errors#${refusal.code}`,
        });
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  async function answer(request: IncomingMessage, path: string, failure: 503 | 500 | undefined) {
    const body = request.method === "GET" || request.method === "DELETE" ? null : await json(request);
    if (failure) throw new Refusal(failure, "too_many_search_requests", "Too many search requests running at once.");
    const key = request.headers.authorization?.replace(/^Bearer /, "");
    if (key === undefined)
      throw new Refusal(401, "missing_authorization_header", "The Authorization header is missing.");
    if (path === "/multi-search" && request.method === "POST") {
      if (key !== searchKey && key !== writeKey) throw forbidden();
      const { queries } = body as { queries: Query[] };
      return { status: 200, body: { results: queries.map(search) } };
    }
    if (key !== writeKey) throw forbidden();
    const [, first, uid, third, fourth] = path.split("/");
    const route = `${request.method} /${[first, uid && ":uid", third, fourth].filter(Boolean).join("/")}`;
    switch (route) {
      case "POST /indexes": {
        const { uid, primaryKey } = body as { uid: string; primaryKey?: string };
        return enqueue("indexCreation", () => {
          if (indexes.has(uid)) throw new Refusal(409, "index_already_exists", `Index \`${uid}\` already exists.`);
          if (primaryKey !== "id") throw new Refusal(400, "invalid_index_primary_key", "No primary key.");
          indexes.set(uid, { documents: new Map(), settings: {} });
        });
      }
      case "DELETE /indexes/:uid":
        return enqueue("indexDeletion", () => {
          if (!indexes.delete(uid as string)) throw notFound(uid as string);
        });
      case "PATCH /indexes/:uid/settings": {
        const unknown = Object.keys(body as object).find((name) => !settingNames.has(name));
        if (unknown) throw new Refusal(400, "bad_request", `Unknown field \`${unknown}\`.`);
        return enqueue("settingsUpdate", () => Object.assign(indexOf(uid as string).settings, body));
      }
      case "POST /indexes/:uid/documents": {
        const documents = body as Document[];
        if (documents.length > mostDocuments) throw new Refusal(413, "payload_too_large", "Too large.");
        return enqueue("documentAdditionOrUpdate", () => {
          const index = indexOf(uid as string);
          for (const document of documents) {
            if (!/^[\w-]{1,511}$/.test(document.id))
              throw new Refusal(400, "invalid_document_id", `Document identifier \`${document.id}\` is invalid.`);
            index.documents.set(document.id, document);
          }
        });
      }
      case "POST /indexes/:uid/documents/delete-batch":
        return enqueue("documentDeletion", () => {
          for (const id of body as string[]) indexOf(uid as string).documents.delete(id);
        });
      case "POST /swap-indexes":
        return enqueue("indexSwap", () => {
          for (const { indexes: pair } of body as { indexes: [string, string] }[]) {
            const [a, b] = pair.map(indexOf) as [Index, Index];
            indexes.set(pair[0], b).set(pair[1], a);
          }
        });
      case "GET /tasks/:uid":
        return { status: 200, body: shownTask(tasks[Number(uid)]) };
      default:
        throw new Refusal(404, "not_found", `No such route: ${route}`);
    }
  }

  function enqueue(type: string, run: () => void) {
    const task: Task = { uid: tasks.length, type, run, asksLeft: 1, status: "enqueued", error: null };
    tasks.push(task);
    return {
      status: 202,
      body: { taskUid: task.uid, indexUid: null, status: "enqueued", type, enqueuedAt: new Date().toISOString() },
    };
  }

  /** Tasks run in the order they came, each only when it has been asked about. */
  function shownTask(task: Task | undefined) {
    if (!task) throw new Refusal(404, "task_not_found", "Task not found.");
    if (task.asksLeft > 0) {
      task.asksLeft -= 1;
      task.status = "processing";
    } else if (task.status !== "succeeded" && task.status !== "failed") {
      finish(task);
    }
    const { uid, type, status, error } = task;
    const at = new Date().toISOString();
    return {
      uid,
      type,
      status,
      error,
      indexUid: null,
      details: null,
      duration: "PT0.1S",
      enqueuedAt: at,
      startedAt: at,
      finishedAt: at,
    };
  }

  function finish(task: Task): void {
    try {
      if (tasksToFail > 0) {
        tasksToFail -= 1;
        throw new Refusal(500, "internal", "The task failed.");
      }
      task.run();
      task.status = "succeeded";
    } catch (error) {
      const { code, message } = error as Refusal;
      task.status = "failed";
      task.error = { message, code, type: "invalid_request", link: "" };
    }
  }

  function indexOf(uid: string): Index {
    const index = indexes.get(uid);
    if (!index) throw notFound(uid);
    return index;
  }

  interface Query {
    indexUid: string;
    q?: string;
    filter?: string[];
    facets?: string[];
    attributesToSearchOn?: string[];
    limit?: number;
    page?: number;
    hitsPerPage?: number;
    sort?: string[];
    matchingStrategy?: string;
  }

  function search(query: Query) {
    const { documents, settings } = indexOf(query.indexUid);
    const names = (setting: string) => (settings[setting] as string[] | undefined) ?? [];
    for (const attribute of query.attributesToSearchOn ?? [])
      if (!names("searchableAttributes").includes(attribute))
        throw new Refusal(400, "invalid_search_attributes_to_search_on", `\`${attribute}\` is not searchable.`);
    for (const facet of query.facets ?? [])
      if (!names("filterableAttributes").includes(facet))
        throw new Refusal(400, "invalid_search_facets", `\`${facet}\` is not filterable.`);
    for (const sort of query.sort ?? [])
      if (!names("sortableAttributes").includes(sort.split(":")[0] as string))
        throw new Refusal(400, "invalid_search_sort", `\`${sort}\` is not sortable.`);
    const conditions = (query.filter ?? []).map((text) => readFilter(text, names("filterableAttributes")));
    const words = (query.q ?? "").toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10);
    const attributes = query.attributesToSearchOn ?? names("searchableAttributes");
    const found = [...documents.values()]
      .filter((document) => conditions.every((holds) => holds(document)))
      .filter((document) => {
        const texts = attributes.flatMap((attribute) => document[attribute] as string | string[]);
        const held = texts.flatMap((text) => text.toLowerCase().split(/\s+/));
        // Only the last word may be a beginning.
        return words.every((word, at) =>
          held.some((one) => (at === words.length - 1 ? one.startsWith(word) : one === word)),
        );
      })
      .sort((a, b) => Number(a.length) - Number(b.length));
    const shown = found
      .slice(0, query.hitsPerPage ?? query.limit ?? 20)
      .map((document) => Object.fromEntries(names("displayedAttributes").map((name) => [name, document[name]])));
    const facetDistribution = Object.fromEntries(
      (query.facets ?? []).map((facet) => {
        const counts: Record<string, number> = {};
        for (const document of found)
          for (const value of [document[facet]].flat())
            if (value !== null && value !== undefined) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
        return [facet, counts];
      }),
    );
    return {
      indexUid: query.indexUid,
      hits: shown,
      query: query.q ?? "",
      processingTimeMs: 1,
      ...(query.facets ? { facetDistribution } : {}),
      ...(query.page
        ? { page: query.page, hitsPerPage: query.hitsPerPage, totalHits: found.length }
        : { limit: query.limit ?? 20, offset: 0, estimatedTotalHits: found.length }),
    };
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    searchKey,
    writeKey,
    requests,
    fail: (...kinds) => void failures.push(...kinds),
    failTasks: (count) => {
      tasksToFail = count;
    },
    documents: (index) => indexes.get(index)?.documents,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** One comparison, as `attribute = "value"` or `attribute >= 12`. */
function readFilter(text: string, filterable: string[]): (document: Document) => boolean {
  const match = /^(\w+) (=|>=) (?:"((?:[^"\\]|\\.)*)"|(true|false|-?\d+))$/.exec(text);
  if (!match) throw new Refusal(400, "invalid_search_filter", `Was expecting an operation, found \`${text}\`.`);
  const [, attribute, operator, quoted, bare] = match as unknown as [string, string, string, string?, string?];
  if (!filterable.includes(attribute))
    throw new Refusal(400, "invalid_search_filter", `Attribute \`${attribute}\` is not filterable.`);
  const wanted = quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "";
  return (document) =>
    [document[attribute]]
      .flat()
      .some((value) =>
        operator === "=" ? String(value) === wanted : typeof value === "number" && value >= Number(wanted),
      );
}

function forbidden(): Refusal {
  return new Refusal(403, "invalid_api_key", "The provided API key is invalid.");
}

function notFound(uid: string): Refusal {
  return new Refusal(404, "index_not_found", `Index \`${uid}\` not found.`);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}

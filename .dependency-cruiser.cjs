/** The arrows of the house: who may lean on whom. `npm run arrows` and `npm test` hold them. */
const pages = "^app/(merchant|curator|creator|office)/";
const rooms = (...names) => `^(${names.join("|")})`;

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two files that need each other are one file, or three.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|.*\\?url$|.*/build/server/)" },
    },
    {
      name: "app-stands-alone",
      comment: "The application knows neither who runs it nor who tests it.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: rooms("workers/", "commands/", "tests/", "prisma/") },
    },
    {
      name: "domain-leans-on-services-only",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { path: "^app/", pathNot: rooms("app/domain/", "app/services/") },
    },
    {
      name: "domain-knows-no-web-and-no-mall",
      comment: "Rules of the programme hold without HTTP, pages or any mall.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { path: "node_modules/(@remix-run|react|react-dom|express|@shopify)/|^(node:)?https?$" },
    },
    {
      name: "channels-lean-on-domain-and-services",
      severity: "error",
      from: { path: "^app/channels/" },
      to: { path: "^app/", pathNot: rooms("app/channels/", "app/domain/", "app/services/") },
    },
    {
      name: "a-mall-knows-no-other-mall",
      severity: "error",
      from: { path: "^app/channels/([^/]+)/" },
      to: { path: "^app/channels/[^/]+/", pathNot: "^app/channels/$1/" },
    },
    {
      name: "services-lean-on-nothing-above",
      comment: "Issues are everybody's words, and types of the domain may describe what a service carries.",
      severity: "error",
      from: { path: "^app/services/" },
      to: {
        path: "^app/",
        pathNot: rooms("app/services/", "app/domain/issue/"),
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "ui-shows-and-decides-nothing",
      severity: "error",
      from: { path: "^app/ui/" },
      to: {
        path: "^app/",
        pathNot: rooms("app/ui/", "app/messages/"),
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nobody-leans-on-pages",
      comment: "A page is opened by its address only; wings share nothing but ui and domain.",
      severity: "error",
      from: {
        path: ".",
        pathNot: rooms("app/(merchant|curator|creator|office)/", "app/(root|entry\\..*|routes)\\.tsx?$", "tests/"),
      },
      to: { path: pages },
    },
    {
      name: "wings-keep-apart",
      severity: "error",
      from: { path: "^app/(merchant|curator|creator|office)/" },
      to: { path: pages, pathNot: "^app/$1/" },
    },
    {
      name: "polaris-stays-in-ui-desk",
      comment: "Public and merchant pages must not carry a byte of it, and it is to be replaceable.",
      severity: "error",
      from: { pathNot: "^app/ui/desk/" },
      to: { path: "node_modules/@shopify/polaris" },
    },
    {
      name: "workers-run-no-pages",
      severity: "error",
      from: { path: "^workers/" },
      to: {
        path: rooms(
          "app/ui/",
          "app/web/",
          "app/server",
          "commands/",
          "tests/",
          "app/(merchant|curator|creator|office)/",
        ),
      },
    },
    {
      name: "nothing-leans-on-commands",
      severity: "error",
      from: { path: "^(app|workers|prisma)/" },
      to: { path: "^commands/" },
    },
    {
      name: "stand-ins-are-loaded-late",
      comment: "Production starts with tests/ absent, so even commands may only import them when they need them.",
      severity: "error",
      from: { path: rooms("commands/", "workers/", "app/", "prisma/"), pathNot: "^commands/(test|screenshots|bench)" },
      to: { path: "^tests/", dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    {
      name: "no-development-dependency-in-the-program",
      severity: "error",
      from: { path: rooms("app/", "workers/"), pathNot: "^app/services/database/generated/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(app/services/database/generated|build|\\.data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json"],
    },
  },
};

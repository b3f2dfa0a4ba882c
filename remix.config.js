/**
 * Every setting of Remix; vite.config.ts hands them to the plugin. The URL space itself is app/routes.ts
 * (`v3_routeConfig`). `v3_lazyRouteDiscovery` stays off: one crafted request to its `/__manifest` address burns seconds.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};

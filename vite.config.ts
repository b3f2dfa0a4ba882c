import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig(({ mode }) => ({
  plugins: [mode !== "test" && remix(remixConfig)],
  build: { target: "es2022", assetsInlineLimit: 0 },
  // Polaris is bundled: its JSON dictionaries can't be imported by Node itself without an attribute.
  ssr: { noExternal: ["@shopify/polaris", "@shopify/polaris-icons"] },
}));

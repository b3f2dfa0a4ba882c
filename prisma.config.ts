import { defineConfig } from "prisma/config";

/** Only for Prisma's own commands at a desk; the program itself applies migrations (app/services/database/migrations.ts). */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/baekseon" },
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type EmbeddedServer, startEmbeddedServer } from "#app/services/database/embedded-server.ts";
import { playPublications } from "./play-publications.ts";

test("everything continues after the database was restarted in the middle of a publication", async () => {
  const folder = await mkdtemp(join(tmpdir(), "baekseon-restarted-"));
  let server: EmbeddedServer = await startEmbeddedServer(folder);
  const { port } = server;
  onTestFinished(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });
  let downAt = 0;
  const played = await playPublications(30, {
    workers: 1,
    databaseServer: server.url("postgres"),
    async disturb({ database }) {
      const selected = () => database.submission.count({ where: { state: "selected" } });
      await expect.poll(selected, { timeout: 120_000 }).toBe(5);
      const sent = () => database.listing.count({ where: { sentAt: { not: null } } });
      await expect.poll(sent, { timeout: 120_000 }).toBeGreaterThan(0);
      downAt = await sent();
      await server.stop();
      server = await startEmbeddedServer(folder);
      expect(server.port).toBe(port);
      return undefined;
    },
  });
  expect(downAt).toBeLessThan(30);
  expect(played).toMatchObject({ publications: 30, duplicates: 0, lost: 0 });
}, 400_000);

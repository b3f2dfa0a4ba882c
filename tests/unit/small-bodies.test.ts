import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pages } from "#app/routes.ts";
import { smallBodiesOnly } from "#app/web/small-bodies.ts";

const large = new Uint8Array(1024 * 1024 + 1);
const uploadPaths = pages.filter(({ takesUploads }) => takesUploads).map(({ path }) => path);
let server: Server;

beforeAll(async () => {
  const app = express();
  app.use(smallBodiesOnly(["/uploads/new", "/products/:id/photos", ...uploadPaths]));
  app.use((request, response) => void request.resume().on("end", () => response.send("read")));
  server = createServer(app);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function post(path: string, body: BodyInit): Promise<number> {
  const { port } = server.address() as AddressInfo;
  const asked = { method: "POST", body, duplex: "half" } as RequestInit;
  return (await fetch(`http://127.0.0.1:${port}${path}`, asked)).status;
}

it("lets a form through", async () => {
  expect(await post("/login", "destination=01012345678")).toBe(200);
});

it("refuses what is larger than a form, or does not say how large it is", async () => {
  expect(await post("/login", large)).toBe(413);
  expect(await post("/login", new Blob(["a=b"]).stream())).toBe(411);
});

it("leaves the measuring to a page that takes uploads, however its action is called", async () => {
  for (const path of ["/uploads/new", "/uploads/new.data", "/uploads/new?index", "/products/4e2f-b9/photos"]) {
    expect(await post(path, large)).toBe(200);
    expect(await post(path, new Blob([large]).stream())).toBe(200);
  }
  for (const other of ["/uploads/newer", "/products/4e2f-b9/photos/1", "/products//photos", "/products/a/b/photos"]) {
    expect(await post(other, large)).toBe(413);
  }
});

it("leaves it to every page of ours that takes uploads, whatever stands in its address", async () => {
  const paths = uploadPaths.map((path) => path.replace(/:\w+/g, "0b7a1f0e-3c55-4a56-9a6e-5d1c9a0f4b11"));
  expect(paths).toContain("/merchant/photos");
  for (const path of paths) expect([path, await post(path, large)]).toEqual([path, 200]);
});

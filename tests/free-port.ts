import { createServer } from "node:net";

/** Below those that systems give to connections: one of these would be somebody else's before a server that starts late listens on it. */
const [lowest, highest] = [20_000, 32_000];

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((told) => {
    server.once("error", () => told(false));
    server.listen(port, "127.0.0.1", () => server.close(() => told(true)));
  });
}

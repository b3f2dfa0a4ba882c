import { createServer } from "node:net";

/** Somebody else listens there. */
export class PortTaken extends Error {}

/** @throws PortTaken */
export function requireFreePort(variable: string, port: number, host: string): Promise<void> {
  return new Promise((free, taken) => {
    const server = createServer();
    server.once("error", (error) => {
      taken(new PortTaken(`Port ${port} cannot be used (${error.message}). Set ${variable} to another one.`));
    });
    server.listen({ port, host }, () => server.close(() => free()));
  });
}

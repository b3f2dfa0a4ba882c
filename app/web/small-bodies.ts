import type { RequestHandler } from "express";

const mebibyte = 1024 * 1024;

/**
 * Refuses with 411 or 413 what no form of ours sends, before a page holds it in memory. Only pages that take uploads read
 * more, and measure for themselves.
 * @param uploadPaths as routes are written: `/products/:id/photos`
 */
export function smallBodiesOnly(uploadPaths: readonly string[]): RequestHandler {
  const uploads = uploadPaths.map((path) => new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}(?:\\.data)?$`));
  return (request, response, next) => {
    const unmeasured = request.get("transfer-encoding") !== undefined;
    const tooLarge = Number(request.get("content-length") ?? 0) > mebibyte;
    const forUploads = uploads.some((pattern) => pattern.test(request.path));
    if (forUploads || !(unmeasured || tooLarge)) return next();
    response.set("Connection", "close").type("text/plain");
    if (unmeasured) response.status(411).send("the length is missing\n");
    else response.status(413).send("too large\n");
  };
}

import { type Access, frames, pages } from "../routes.ts";
import { accessOf } from "./allow.server.ts";

export interface RouteModule {
  loader?: unknown;
  action?: unknown;
}

const declared = new Map<string, Access>([
  ["root", "public"],
  ...[...Object.values(frames), ...pages].map(({ file, access }) => [file.replace(/\.tsx?$/, ""), access] as const),
]);

/** What is wrong with who may call these route modules, by Remix's route id (the file without its ending). */
export function accessFaults(modules: Record<string, RouteModule>): string[] {
  return Object.entries(modules).flatMap(([id, module]) => {
    const access = declared.get(id);
    if (!access) return [`${id} is not in app/routes.ts`];
    const faults = (["loader", "action"] as const).flatMap((name) => {
      if (module[name] === undefined) return [];
      const own = accessOf(module[name]);
      if (!own) return [`${id}: its ${name} is not made by allow()`];
      return within(own, access) ? [] : [`${id}: its ${name} lets in more than app/routes.ts says`];
    });
    if (access !== "public" && module.loader === undefined) faults.push(`${id}: needs a loader, or anyone sees it`);
    return faults;
  });
}

function within(own: Access, declaredAccess: Access): boolean {
  if (declaredAccess === "public") return true;
  return own !== "public" && own.every((role) => declaredAccess.includes(role));
}

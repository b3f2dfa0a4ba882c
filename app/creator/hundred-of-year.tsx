// The same page under the address of one season; a route needs a module of its own.
export { default, links, loader, meta } from "./hundred.tsx";

import type { Role } from "./domain/account/actor.ts";

/** Who may call: anyone, or the signed-in accounts of these roles. */
export type Access = "public" | readonly [Role, ...Role[]];
export type Wing = "merchant" | "curator" | "creator" | "office";

export interface PageRoute {
  path: string;
  /** Under app/. */
  file: `${Wing}/${string}.tsx` | `${Wing}/${string}.ts`;
  access: Access;
  /** The same for everyone who is not logged in: caches on the way may keep it. */
  shared?: true;
  /** Its action reads more than a form's few fields. */
  takesUploads?: true;
}

/** Every wing's pages sit in its frame: a layout without a path, which anyone who may see one of them may call. */
export const frames: Record<Wing, { file: string; access: Access }> = {
  creator: { file: "creator/frame.tsx", access: "public" },
  merchant: { file: "merchant/frame.tsx", access: ["merchant"] },
  curator: { file: "curator/frame.tsx", access: ["curator", "office"] },
  office: { file: "office/frame.tsx", access: ["office"] },
};

/** Where each role's own pages begin. */
export const homes: Record<Role, string> = {
  merchant: "/merchant",
  curator: "/curator",
  creator: "/creator",
  office: "/office",
};

/** The whole URL space; the server refuses to start when a page's loader or action lets in more than its line here. */
export const pages: readonly PageRoute[] = [
  { path: "/", file: "creator/home.tsx", access: "public", shared: true },
  { path: "/stores", file: "creator/stores.tsx", access: "public", shared: true },
  { path: "/stores/:slug", file: "creator/store.tsx", access: "public", shared: true },
  { path: "/suggest", file: "creator/suggest.ts", access: "public" },
  { path: "/products", file: "creator/products.tsx", access: "public", shared: true },
  { path: "/products/:id", file: "creator/product.tsx", access: "public", shared: true },
  { path: "/hundred", file: "creator/hundred.tsx", access: "public", shared: true },
  { path: "/hundred/:year", file: "creator/hundred-of-year.tsx", access: "public", shared: true },
  { path: "/feed.xml", file: "creator/feed.ts", access: "public" },
  { path: "/sitemap.xml", file: "creator/sitemap.ts", access: "public" },
  { path: "/sitemap/:part", file: "creator/sitemap-part.ts", access: "public" },
  { path: "/robots.txt", file: "creator/robots.ts", access: "public" },
  { path: "/consents/:kind", file: "creator/consent-text.tsx", access: "public", shared: true },
  { path: "/join", file: "creator/join.tsx", access: "public" },
  { path: "/join/creator", file: "creator/join-creator.tsx", access: "public" },
  { path: "/login", file: "creator/login.tsx", access: "public" },
  { path: "/login/code", file: "creator/login-code.tsx", access: "public" },
  { path: "/login/password", file: "creator/login-password.tsx", access: "public" },
  { path: "/login/forgot", file: "creator/login-forgot.tsx", access: "public" },
  { path: "/link/:token", file: "creator/link.tsx", access: "public" },
  { path: "/logout", file: "creator/logout.ts", access: "public" },
  { path: "/creator", file: "creator/visits-home.tsx", access: ["creator"] },
  { path: "/creator/profile", file: "creator/profile.tsx", access: ["creator"] },
  { path: "/creator/campaigns/:id", file: "creator/campaign.tsx", access: ["creator"] },
  { path: "/creator/visits/:id", file: "creator/visit.tsx", access: ["creator"] },
  { path: "/creator/visits/:id/calendar.ics", file: "creator/visit-calendar.ts", access: ["creator"] },
  { path: "/creator/route", file: "creator/route.tsx", access: ["creator"] },
  { path: "/merchant", file: "merchant/home.tsx", access: ["merchant"] },
  { path: "/merchant/application", file: "merchant/application.tsx", access: ["merchant"] },
  { path: "/merchant/application/review", file: "merchant/application-review.tsx", access: ["merchant"] },
  {
    path: "/merchant/application/documents",
    file: "merchant/application-documents.ts",
    access: ["merchant"],
    takesUploads: true,
  },
  { path: "/merchant/application/documents/:id", file: "merchant/application-document.ts", access: ["merchant"] },
  { path: "/merchant/application/:step", file: "merchant/application-step.tsx", access: ["merchant"] },
  { path: "/merchant/drafts/new", file: "merchant/draft-new.tsx", access: ["merchant"] },
  { path: "/merchant/drafts/:id", file: "merchant/draft.ts", access: ["merchant"] },
  { path: "/merchant/drafts/:id/photos", file: "merchant/draft-photos-step.tsx", access: ["merchant"] },
  { path: "/merchant/drafts/:id/photos/:photo", file: "merchant/draft-photo-edit.tsx", access: ["merchant"] },
  { path: "/merchant/drafts/:id/review", file: "merchant/draft-review.tsx", access: ["merchant"] },
  { path: "/merchant/drafts/:id/done", file: "merchant/draft-done.tsx", access: ["merchant"] },
  { path: "/merchant/drafts/:id/:step", file: "merchant/draft-step.tsx", access: ["merchant"] },
  { path: "/merchant/photos", file: "merchant/photos.ts", access: ["merchant"], takesUploads: true },
  { path: "/merchant/submit", file: "merchant/submit.tsx", access: ["merchant"] },
  { path: "/merchant/imports/new", file: "merchant/import-new.tsx", access: ["merchant"], takesUploads: true },
  { path: "/merchant/imports/:id", file: "merchant/import.tsx", access: ["merchant"] },
  { path: "/merchant/imports/:id/errors.xlsx", file: "merchant/import-errors.ts", access: ["merchant"] },
  { path: "/merchant/catalog-template.xlsx", file: "merchant/catalog-template.ts", access: ["merchant"] },
  { path: "/merchant/catalog.xlsx", file: "merchant/catalog-workbook.ts", access: ["merchant"] },
  { path: "/merchant/catalog.csv", file: "merchant/catalog-text.ts", access: ["merchant"] },
  { path: "/merchant/products/:id", file: "merchant/product.tsx", access: ["merchant"] },
  { path: "/merchant/products/:id/edit", file: "merchant/product-edit.tsx", access: ["merchant"] },
  { path: "/merchant/products/:id/photos", file: "merchant/product-photos-edit.tsx", access: ["merchant"] },
  { path: "/merchant/products/:id/detail", file: "merchant/product-detail.tsx", access: ["merchant"] },
  { path: "/merchant/products/:id/photos/:photo", file: "merchant/product-photo-edit.tsx", access: ["merchant"] },
  { path: "/merchant/products/:id/requests", file: "merchant/requests.tsx", access: ["merchant"] },
  { path: "/merchant/products/:id/leaving", file: "merchant/product-leaving.tsx", access: ["merchant"] },
  { path: "/merchant/products/:id/why", file: "merchant/explanation.tsx", access: ["merchant"] },
  { path: "/merchant/products/:id/malls/:mall", file: "merchant/product-mall.tsx", access: ["merchant"] },
  { path: "/merchant/curators", file: "merchant/curators.tsx", access: ["merchant"] },
  { path: "/merchant/malls", file: "merchant/malls.tsx", access: ["merchant"] },
  { path: "/merchant/malls/:mall", file: "merchant/mall.tsx", access: ["merchant"] },
  { path: "/merchant/shops/:mall", file: "merchant/own-shop.tsx", access: ["merchant"] },
  { path: "/merchant/fees", file: "merchant/fees.tsx", access: ["merchant"] },
  { path: "/merchant/closing", file: "merchant/closing.tsx", access: ["merchant"] },
  { path: "/merchant/consents/:kind", file: "merchant/consent.tsx", access: ["merchant"] },
  { path: "/merchant/malls-table", file: "merchant/malls-table.tsx", access: ["merchant"] },
  { path: "/merchant/visits", file: "merchant/visits.tsx", access: ["merchant"] },
  { path: "/merchant/visits/campaigns/:id", file: "merchant/visit-campaign.tsx", access: ["merchant"] },
  { path: "/merchant/visits/:id", file: "merchant/visit.tsx", access: ["merchant"] },
  { path: "/merchant/visits/:id/calendar.ics", file: "merchant/visit-calendar.ts", access: ["merchant"] },
  { path: "/help", file: "creator/help.tsx", access: ["merchant", "office"] },
  { path: "/account", file: "creator/account.tsx", access: ["merchant", "curator", "creator", "office"] },
  { path: "/curator", file: "curator/queue.tsx", access: ["curator", "office"] },
  { path: "/curator/submissions.xlsx", file: "curator/submissions-workbook.ts", access: ["curator", "office"] },
  { path: "/curator/submissions/:id", file: "curator/submission.tsx", access: ["curator", "office"] },
  { path: "/curator/submissions/:id/why", file: "curator/explanation.tsx", access: ["curator", "office"] },
  { path: "/curator/conflicts", file: "curator/conflicts.tsx", access: ["curator"] },
  { path: "/curator/judging", file: "curator/judging-start.tsx", access: ["curator", "office"] },
  { path: "/curator/judging/:id", file: "curator/judging.tsx", access: ["curator", "office"] },
  { path: "/curator/judging/:id/marks", file: "curator/marks.ts", access: ["curator", "office"] },
  { path: "/office", file: "office/overview.tsx", access: ["office"] },
  { path: "/office/season/rules", file: "office/season-rules.tsx", access: ["office"] },
  { path: "/office/season/gates", file: "office/season-gates.tsx", access: ["office"] },
  { path: "/office/season/panel", file: "office/season-panel.tsx", access: ["office"] },
  { path: "/office/season/list", file: "office/season-list.tsx", access: ["office"] },
  { path: "/office/season/pictures", file: "office/season-pictures.tsx", access: ["office"] },
  { path: "/office/season/file", file: "office/season-file.ts", access: ["office"] },
  { path: "/office/season/document", file: "office/season-document.tsx", access: ["office"] },
  { path: "/office/malls", file: "office/malls.tsx", access: ["office"] },
  { path: "/office/malls/:key", file: "office/mall-categories.tsx", access: ["office"] },
  { path: "/office/malls/:key/drift", file: "office/mall-drift.tsx", access: ["office"] },
  { path: "/office/malls/:key/connection", file: "office/mall-connection.tsx", access: ["office"] },
  { path: "/office/publication", file: "office/publication.tsx", access: ["office"] },
  { path: "/office/listings", file: "office/listings.tsx", access: ["office"] },
  { path: "/office/products/:id", file: "office/product.tsx", access: ["office"] },
  { path: "/office/hand-overs", file: "office/hand-overs.tsx", access: ["office"], takesUploads: true },
  { path: "/office/hand-overs/answers.xlsx", file: "office/hand-over-answer-sheet.ts", access: ["office"] },
  { path: "/office/hand-overs/:reference/package", file: "office/hand-over-package.ts", access: ["office"] },
  { path: "/office/stores", file: "office/stores.tsx", access: ["office"] },
  { path: "/office/stores/new", file: "office/new-store.tsx", access: ["office"] },
  { path: "/office/stores/:id", file: "office/store.tsx", access: ["office"] },
  { path: "/office/documents/:id", file: "office/document.ts", access: ["office"] },
  { path: "/office/markets", file: "office/markets.tsx", access: ["office"], takesUploads: true },
  { path: "/office/campaigns", file: "office/campaigns.tsx", access: ["office"] },
  { path: "/office/campaigns/:id", file: "office/campaign.tsx", access: ["office"] },
  { path: "/office/promotions/:id", file: "office/promotion.tsx", access: ["office"] },
  { path: "/office/creators", file: "office/creators.tsx", access: ["office"] },
  { path: "/office/people", file: "office/people.tsx", access: ["office"] },
  { path: "/office/people/new", file: "office/invite-person.tsx", access: ["office"] },
  { path: "/office/people/:id", file: "office/person.tsx", access: ["office"] },
  { path: "/office/outbox", file: "office/outbox.tsx", access: ["office"] },
  { path: "/*", file: "creator/nowhere.tsx", access: "public" },
];

/** What the server answers itself, before Remix. */
export const endpoints = {
  alive: { path: "/healthz", access: "public" },
  ready: { path: "/readyz", access: "public" },
  renditions: { path: "/renditions", access: "public" },
  progress: { path: "/events/progress", access: ["merchant", "curator", "office"] },
  uploads: { path: "/uploads", access: ["merchant"] },
  /** A mall's signature is what lets it in. */
  webhooks: { path: "/webhooks", access: "public" },
} as const satisfies Record<string, { path: string; access: Access }>;

export function wingOf(page: PageRoute): Wing {
  return page.file.slice(0, page.file.indexOf("/")) as Wing;
}

/** Remix's own form of the table above. */
export default Object.entries(frames).map(([wing, { file }]) => ({
  file,
  children: pages
    .filter((page) => wingOf(page) === wing)
    .map((page) => (page.path === "/" ? { file: page.file, index: true } : { file: page.file, path: page.path })),
}));

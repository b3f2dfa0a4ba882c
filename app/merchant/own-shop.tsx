import { data, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { judgeOwnShop, mallsWithOwnShops, tidyOwnShop } from "#app/channels/own-shop.ts";
import { malls } from "#app/channels/registry.ts";
import { mallOf, ownShopKey } from "#app/domain/channel/channel-key.ts";
import { requestConnectionCheck } from "#app/domain/channel/mall-connection.ts";
import { isComparing, listDrifts } from "#app/domain/drift/list-drifts.ts";
import { requestComparison } from "#app/domain/drift/request-comparison.ts";
import { settleDrift, settleDriftInput } from "#app/domain/drift/settle-drift.ts";
import { goesOn } from "#app/domain/listing/states.ts";
import { connectOwnShop, disconnectOwnShop } from "#app/domain/own-shop/connect-own-shop.ts";
import { listOwnShop } from "#app/domain/own-shop/list-own-shop.ts";
import { ownShopProductsInput, sellInOwnShop, takeOutOfOwnShop } from "#app/domain/own-shop/sell-in-own-shop.ts";
import { loadChannelRules } from "#app/domain/product/load-mall-rules.ts";
import { ownShopName } from "#app/messages/mall-name.ts";
import { ownShopMessages as m } from "#app/messages/own-shop.ts";
import { createSeal } from "#app/services/secrets/seal.ts";
import { ButtonLink } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { Page } from "#app/ui/plain/page.tsx";
import { pageTitle } from "#app/ui/plain/page-title.ts";
import { useAnswer } from "#app/ui/plain/use-answer.ts";
import { useLookAgain } from "#app/ui/plain/use-look-again.ts";
import { allow } from "#app/web/allow.server.ts";
import { describeOwnShop } from "#app/web/mall-connections.server.ts";
import { readMoment } from "#app/web/read-moment.ts";
import { OwnShopConnection } from "./own-shop-connection.tsx";
import { OwnShopDrifts } from "./own-shop-drifts.tsx";
import { OwnShopProducts } from "./own-shop-products.tsx";
import { merchantActor, orNotFound, ownStore } from "./own-store.ts";
import { shownPhotos } from "./shown-photos.server.ts";

export const meta = pageTitle(m.title);

/** A mall at which merchants have shops, by its key or by the key of one of them. */
function knownMall(asked: string | undefined) {
  const mall = orNotFound(mallsWithOwnShops().find((key) => key === mallOf(asked ?? "")) ?? null);
  const { ownShop } = malls[mall];
  return { mall, ownShop: orNotFound(ownShop ?? null) };
}

const noDrifts = { drifts: [], standing: 0, comparedSince: null };
const done = ["sold", "taken"] as const;

export const loader = allow(["merchant"], async ({ account, database, config, params, url }) => {
  const storeId = ownStore(account);
  const { mall, ownShop } = knownMall(params.mall);
  const { check, fields, ...connection } = await describeOwnShop({ database, config }, { storeId, mall });
  const channelKey = ownShopKey(mall, storeId);
  const page = Math.max(0, Number.parseInt(url.searchParams.get("page") ?? "0", 10) || 0);
  const rules = await loadChannelRules(database, malls, channelKey);
  const { products, more } = connection.connected
    ? await listOwnShop(database, { storeId, mall }, rules, page)
    : { products: [], more: false };
  const shownPhoto = await shownPhotos(
    database,
    products.map(({ photo }) => photo),
  );
  const given = config.mallVariables[ownShop.address];
  const fieldOf = (variable: string) => orNotFound(fields.find((field) => field.variable === variable) ?? null);
  const askedAt = readMoment(url.searchParams.get("asked"));
  const { drifts, ...compared } = (await listDrifts(database, channelKey)) ?? noDrifts;
  return {
    mall,
    name: malls[mall].name,
    ...connection,
    address: fieldOf(ownShop.address),
    keyFields: ownShop.key.map(fieldOf),
    insteadFields: ownShop.instead.map(fieldOf),
    check: {
      at: check.at,
      fault: check.fault,
      checking: check.askedAt !== null && (check.at === null || check.at < check.askedAt),
    },
    drifts,
    standing: compared.standing,
    asked: askedAt !== null,
    comparing: isComparing(compared, askedAt),
    products: products.map(({ photo, ...product }) => ({ ...product, photo: shownPhoto(photo)?.small ?? null })),
    page,
    more,
    /** The sandbox's own address, where there is one. */
    sandbox: given?.startsWith("http://") ? given : null,
    said: done.flatMap((one) => {
      const count = url.searchParams.get(one);
      return count === null ? [] : [{ one, count }];
    }),
    disconnected: url.searchParams.has("disconnected"),
    settled: url.searchParams.has("settled"),
  };
});

export type OwnShopPage = Awaited<ReturnType<typeof loader>>;

export const action = allow(["merchant"], async ({ account, database, config, params, request }) => {
  const storeId = ownStore(account);
  const { mall, ownShop } = knownMall(params.mall);
  const own = { storeId, mall };
  const actor = merchantActor(account);
  const form = await request.formData();
  const back = (query: Record<string, string>) => redirect(`/merchant/shops/${mall}?${new URLSearchParams(query)}`);
  switch (form.get("intent")) {
    case "connect": {
      const typed = [ownShop.address, ...ownShop.key, ...ownShop.instead].flatMap((variable): [string, string][] => {
        const text = String(form.get(variable) ?? "").trim();
        return text === "" ? [] : [[variable, text]];
      });
      const seal = createSeal(config.secretsKeys);
      const outcome = await connectOwnShop(database, seal, actor, {
        ...own,
        name: ownShopName(malls[mall].name).ko,
        typed: {
          ...otherWay(
            typed.map(([variable]) => variable),
            ownShop,
          ),
          ...tidyOwnShop(malls[mall], Object.fromEntries(typed)),
        },
        problemsOf: (entered) => judgeOwnShop(malls[mall], { entered, given: config.mallVariables }),
      });
      if (!outcome.ok) return data({ issues: outcome.issues, changed: null }, { status: 422 });
      return data({ issues: [], changed: outcome.result.changed.length });
    }
    case "check": {
      const outcome = await requestConnectionCheck(database, ownShopKey(mall, storeId));
      return data({ issues: outcome.ok ? [] : outcome.issues, changed: null }, { status: outcome.ok ? 200 : 422 });
    }
    case "compare": {
      const outcome = await requestComparison(database, ownShopKey(mall, storeId));
      if (!outcome.ok) return data({ issues: outcome.issues, changed: null }, { status: 422 });
      throw back({ asked: String(outcome.result.at.getTime()) });
    }
    case "disconnect": {
      const outcome = await disconnectOwnShop(database, actor, own);
      if (!outcome.ok) return data({ issues: outcome.issues, changed: null }, { status: 422 });
      throw back({ disconnected: "yes" });
    }
    case "settle": {
      const input = settleDriftInput.safeParse(Object.fromEntries(form));
      if (!input.success) throw new Response(null, { status: 400 });
      const ofShop = { ...input.data, ownShop: ownShopKey(mall, storeId) };
      const outcome = await settleDrift(database, actor, ofShop);
      if (!outcome.ok) return data({ issues: outcome.issues, changed: null }, { status: 422 });
      throw back({ settled: "yes" });
    }
    case "sell":
    case "take-out": {
      const ticked = form.getAll("productId");
      if (ticked.length === 0) throw back({ sold: "0" });
      const input = ownShopProductsInput.safeParse({ productIds: ticked });
      if (!input.success) throw new Response(null, { status: 400 });
      if (form.get("intent") === "sell") {
        const outcome = await sellInOwnShop(database, actor, { ...own, ...input.data });
        if (!outcome.ok) return data({ issues: outcome.issues, changed: null }, { status: 422 });
        throw back({ sold: String(outcome.result.sold) });
      }
      const outcome = await takeOutOfOwnShop(database, actor, { ...own, ...input.data });
      if (!outcome.ok) return data({ issues: outcome.issues, changed: null }, { status: 422 });
      throw back({ taken: String(outcome.result.taken) });
    }
    default:
      throw new Response(null, { status: 400 });
  }
});

/** Whoever gives a token no longer goes in by the app's own secret, and the other way round. */
function otherWay(typed: string[], { key, instead }: { key: readonly string[]; instead: readonly string[] }) {
  const gone = key.some((one) => typed.includes(one)) ? instead : instead.some((one) => typed.includes(one)) ? key : [];
  return Object.fromEntries(gone.map((variable) => [variable, ""]));
}

export default function OwnShop() {
  const page = useLoaderData<typeof loader>();
  const { issues = [], changed = null } = useAnswer<typeof action>() ?? {};
  const t = useSentence();
  useLookAgain(page.check.checking);
  useLookAgain(
    page.products.some(({ listing }) => listing !== null && goesOn(listing.state)),
    3_000,
  );
  useLookAgain(page.comparing);
  const shown = new Set([page.address, ...page.keyFields, ...page.insteadFields].map(({ variable }) => variable));
  const general = issues.filter(({ path }) => !shown.has(path.field ?? ""));
  return (
    <Page title={t(ownShopName(page.name))} lead={page.connected ? "" : t(m.lead)} narrow>
      {changed !== null && <Notice tone="live" title={t(changed > 0 ? m.saved : m.unchanged)} />}
      {page.disconnected && <Notice tone="live" title={t(m.disconnected)} />}
      {page.settled && <Notice tone="live" title={t(m.settled)} />}
      {page.said.map(({ one, count }) => (
        <Notice
          key={one}
          tone={count === "0" ? "waiting" : "live"}
          title={count === "0" ? t(m.nothingTicked) : t(m[one], { count })}
        />
      ))}
      {general.length > 0 && (
        <Notice tone="refused" title={t(m.notDone)}>
          <IssueList issues={general} />
        </Notice>
      )}
      {page.unreadable && <Notice tone="refused" title={t(m.unreadable)} />}
      {page.asked && (
        <Notice
          tone={page.comparing ? "information" : "live"}
          title={t(page.comparing ? m.comparing : m.comparedAll)}
        />
      )}
      {page.drifts.length > 0 && <OwnShopDrifts drifts={page.drifts} />}
      {page.connected && <OwnShopProducts page={page} />}
      <OwnShopConnection page={page} issues={issues} />
      <ButtonLink to="/merchant/malls" full>
        {t(m.back)}
      </ButtonLink>
    </Page>
  );
}

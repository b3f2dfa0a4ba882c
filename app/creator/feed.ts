import { listLatestProducts } from "#app/domain/season/list-latest-products.ts";
import { formatWon } from "#app/messages/format.ts";
import { say } from "#app/messages/sentence.ts";
import { shellMessages } from "#app/messages/shell.ts";
import { hundredMessages as m, storeMessages } from "#app/messages/stores.ts";
import { tag, textTag } from "#app/services/xml/xml-tree.ts";
import { allow } from "#app/web/allow.server.ts";
import { xmlResponse } from "./xml-response.ts";

const locale = "ko";

/** What was chosen last, for readers of feeds (RSS 2.0). */
export const loader = allow("public", async ({ database, config }) => {
  const products = await listLatestProducts(database);
  const items = products.map(({ id, year, place, name, price, store, chosenAt }) => {
    return tag(
      "item",
      textTag("title", name),
      textTag("link", `${config.webUrl}/products/${id}`),
      // A product that is chosen again is news again.
      textTag("guid", `${config.webUrl}/hundred/${year}#place-${place}`),
      textTag("pubDate", chosenAt.toUTCString()),
      textTag(
        "description",
        [store.name, formatWon(locale, price), say(locale, storeMessages.placeOf, { year, place })].join(" · "),
      ),
    );
  });
  return xmlResponse(
    tag(
      'rss version="2.0"',
      tag(
        "channel",
        textTag("title", `${say(locale, shellMessages.name)} · ${say(locale, m.navigation)}`),
        textTag("link", `${config.webUrl}/hundred`),
        textTag("description", say(locale, m.lead)),
        textTag("language", locale),
        ...items,
      ),
    ),
    "application/rss+xml",
  );
});

import { descriptionWords } from "#app/domain/product/description-text.ts";
import type { ChosenProductPage } from "#app/domain/season/find-chosen-product.ts";
import type { Hundred } from "#app/domain/season/list-hundred.ts";
import type { SelectedProduct } from "#app/domain/season/selected-product.ts";
import type { StorePage } from "#app/domain/store/find-store.ts";
import type { OpeningHours } from "#app/domain/store/opening-hours.ts";

/*
 * What search engines read of a page, in the words of schema.org. Only what the page itself shows.
 */

const context = "https://schema.org";
const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function storeData(webUrl: string, store: StorePage): object {
  const { name, picture, products } = store;
  const address = `${webUrl}/stores/${encodeURIComponent(store.slug)}`;
  return {
    "@context": context,
    "@type": "Store",
    "@id": address,
    name,
    url: address,
    ...(picture && { image: webUrl + picture.card.path }),
    ...(store.story && { description: store.story }),
    ...(store.foundedYear && { foundingDate: String(store.foundedYear) }),
    telephone: store.phone,
    address: {
      "@type": "PostalAddress",
      addressCountry: "KR",
      addressRegion: "서울특별시",
      addressLocality: store.district.ko,
      streetAddress: store.address,
      postalCode: store.postcode,
    },
    ...(store.openingHours && { openingHoursSpecification: store.openingHours.flatMap(hoursOf) }),
    ...(products.length > 0 && { makesOffer: products.map((product) => productData(webUrl, product)) }),
  };
}

export function hundredData(webUrl: string, { year, products }: Hundred): object {
  return {
    "@context": context,
    "@type": "ItemList",
    url: `${webUrl}/hundred/${year}`,
    numberOfItems: products.length,
    itemListElement: products.map((product) => ({
      "@type": "ListItem",
      position: product.place,
      item: productData(webUrl, product, product.store),
    })),
  };
}

export function chosenProductData(webUrl: string, product: ChosenProductPage): object {
  const words = descriptionWords(product.description);
  return {
    "@context": context,
    "@id": `${webUrl}/products/${product.id}`,
    ...productData(webUrl, product, product.store),
    ...(words && { description: words }),
    category: product.category,
    countryOfOrigin: product.origin.kind === "domestic" ? "KR" : (product.origin.country ?? undefined),
    manufacturer: { "@type": "Organization", name: product.maker },
  };
}

function productData(webUrl: string, product: SelectedProduct, store?: { slug: string; name: string }): object {
  return {
    "@type": "Product",
    name: product.name,
    url: `${webUrl}/products/${product.id}`,
    ...(product.picture && { image: webUrl + product.picture.card.path }),
    ...(store && { brand: { "@type": "Brand", name: store.name } }),
    // What is not on sale yet has no offer.
    offers: product.links.map(({ url }) => ({
      "@type": "Offer",
      url,
      price: product.price,
      priceCurrency: "KRW",
      availability: `${context}/InStock`,
    })),
  };
}

function hoursOf({ from, to }: OpeningHours[number]): object {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60) % 24).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
  const ends = to - Math.floor(from / 1440) * 1440;
  return {
    "@type": "OpeningHoursSpecification",
    dayOfWeek: `${context}/${dayNames[Math.floor(from / 1440)]}`,
    opens: clock(from),
    closes: ends === 1440 ? "23:59" : clock(to),
  };
}

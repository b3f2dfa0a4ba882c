import type { MallKey } from "#app/channels/contract.ts";
import { malls } from "#app/channels/registry.ts";
import { formatDateTime } from "#app/messages/format.ts";
import { playedMalls } from "./played-malls.ts";
import type { MallCount } from "./sandbox.ts";
import { createFaultWords, type MallConsole, spoilWords, untilCalmed } from "./sandbox-console.ts";
import type { PlayedMall, StandIn, StandInListing } from "./stand-in.ts";

/** Word, icon and colour of a state. */
const states: Record<StandInListing["state"], [icon: string, word: string, colour: string]> = {
  live: ["●", "판매 중", "#0F5C4D"],
  in_review: ["◔", "심사 중", "#8A5A00"],
  registering: ["◌", "등록 중", "#8A5A00"],
  refused: ["✕", "반려", "#B23A24"],
  withdrawn: ["－", "내려감", "#5B564E"],
};

/** Turns the mall's address of a picture into one this server can show; null when it can't. */
type ShowPicture = (url: string) => string | null;

export function mallsPage(standIns: Record<MallKey, StandIn>, counts: Record<MallKey, MallCount>): string {
  const cards = (Object.keys(standIns) as MallKey[]).map((key) => {
    const live = standIns[key].listings().filter((listing) => listing.state === "live").length;
    const { listings, duplicates } = counts[key];
    return `<li class="card"><a href="/${key}/store"><h2>${malls[key].name.ko}</h2></a>
      <p>등록 ${listings}개, 판매 중 ${live}개</p>
      <p class="soft">같은 상품이 겹친 것 ${duplicates}개</p><p><a href="/${key}/console">조작판</a></p></li>`;
  });
  return page("연습용 쇼핑몰", `<ul class="grid">${cards.join("")}</ul>`, { refresh: true });
}

export function storePage(standIn: StandIn, showPicture: ShowPicture): string {
  const listings = standIn.listings().toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const live = listings.filter((listing) => listing.state === "live");
  const others = listings.filter((listing) => listing.state !== "live");
  const empty = `<p class="soft">아직 판매 중인 상품이 없어요. 백선에서 상품을 보내면 여기에 나타나요.</p>`;
  const hidden = `<h2>고객에게 보이지 않는 상품 ${others.length}개</h2>${cardsOf(standIn.key, others, showPicture)}`;
  const body = `<p><a href="/">← 모든 쇼핑몰</a> · <a href="/${standIn.key}/console">조작판</a></p><h2>판매 중 ${live.length}개</h2>
    ${live.length === 0 ? empty : cardsOf(standIn.key, live, showPicture)}${others.length === 0 ? "" : hidden}`;
  return page(malls[standIn.key].name.ko, body, { refresh: true });
}

export function listingPage(standIn: StandIn, listing: StandInListing, showPicture: ShowPicture): string {
  const body = `<p><a href="/${standIn.key}/store">← ${malls[standIn.key].name.ko}</a></p>
    <article class="product">${picture(listing, showPicture)}
      <div><h2>${escapeHtml(listing.name)}</h2><p class="price">${won(listing.price)}</p>${stateOf(listing)}
      <dl><dt>쇼핑몰의 상품번호</dt><dd>${escapeHtml(listing.remoteId)}</dd>
      <dt>백선의 관리번호</dt><dd>${escapeHtml(listing.reference)}</dd>
      <dt>등록한 때</dt><dd>${escapeHtml(formatDateTime("ko", listing.createdAt))}</dd></dl></div></article>${disclosureOf(listing)}${handsOf(standIn, listing)}`;
  return page(listing.name, body, { refresh: listing.state !== "live" });
}

/** What makes the mall misbehave, for whoever tries how Baekseon takes it. */
export function consolePage({ key }: StandIn, { line, refuseNext }: MallConsole): string {
  const { byHand } = playedMalls[key] as unknown as PlayedMall<StandIn>;
  const waiting = line.waiting();
  const armed = [
    ...(waiting
      ? [`${spoilWords[waiting.kind]} — ${waiting.times >= untilCalmed ? "멈출 때까지" : `${waiting.times}번 남음`}`]
      : []),
    ...(refuseNext === null ? [] : [`다음 새 상품을 거절해요 — “${refuseNext}”`]),
  ];
  const action = `/${key}/console`;
  const now =
    armed.length === 0
      ? `<p class="soft">지금은 아무 일도 꾸미지 않았어요.</p>`
      : `<ul>${armed.map((one) => `<li>${escapeHtml(one)}</li>`).join("")}</ul>${form(action, "calm", "모두 멈추기")}`;
  const body = `<p><a href="/${key}/store">← ${malls[key].name.ko}</a></p>
    <p class="soft">이 연습용 쇼핑몰이 말썽을 부리게 해요. 백선이 어떻게 견디는지 볼 수 있어요.</p>
    <section class="card"><h2>지금</h2>${now}</section>
    <section class="card"><h2>다음 대답을 망치기</h2>${form(
      action,
      "spoil",
      "망치기",
      `
      ${choice("kind", "어떻게", spoilWords)}
      ${choice("times", "몇 번", { "1": "한 번", "5": "다섯 번", [untilCalmed]: "멈출 때까지" })}`,
    )}</section>
    <section class="card"><h2>다음 상품 등록을 망치기</h2>${form(action, "fail", "망치기", choice("fault", "어떻게", createFaultWords))}</section>
    ${byHand.refuse ? `<section class="card"><h2>다음 새 상품을 거절하기</h2>${form(action, "refuse-next", "거절하기", `<label>까닭 <input name="words" required maxlength="300" value="대표이미지에 글자가 있습니다."></label>`)}</section>` : ""}
    ${byHand.endTokens ? `<section class="card"><h2>열쇠</h2>${form(action, "end-tokens", "나눠 준 열쇠를 못 쓰게 하기")}</section>` : ""}`;
  return page(`${malls[key].name.ko} 조작판`, body);
}

/** What people at the mall do to a product past us. */
function handsOf({ key }: StandIn, { remoteId, price, state }: StandInListing): string {
  if (state === "withdrawn") return "";
  const { byHand } = playedMalls[key] as unknown as PlayedMall<StandIn>;
  const product = `<input type="hidden" name="product" value="${escapeHtml(remoteId)}">`;
  const action = `/${key}/console`;
  return `<section class="card"><h3>쇼핑몰 사람이 손대기</h3>
    ${form(action, "reprice", "값 바꾸기", `${product}<label>값(원) <input name="price" type="number" min="10" step="10" required value="${price}"></label>`)}
    ${byHand.refuse ? form(action, "refuse", "거절하기", `${product}<label>까닭 <input name="words" maxlength="300"></label>`) : ""}
    ${byHand.duplicate ? form(action, "duplicate", "하나 더 만들기", product) : ""}
    ${byHand.listPastUs ? form(action, "list-past-us", "백선 모르게 다른 상품 올리기", product) : ""}
    ${form(action, "delete", "지우기", product)}</section>`;
}

function form(action: string, what: string, button: string, inside = ""): string {
  return `<form method="post" action="${action}"><input type="hidden" name="do" value="${what}">${inside}<button>${button}</button></form>`;
}

function choice(name: string, label: string, words: Readonly<Record<string, string>>): string {
  const options = Object.entries(words).map(([value, word]) => `<option value="${value}">${escapeHtml(word)}</option>`);
  return `<label>${label} <select name="${name}">${options.join("")}</select></label>`;
}

export function notFoundPage(): string {
  return page("찾을 수 없어요", `<p>그런 쇼핑몰이나 상품이 없어요.</p><p><a href="/">← 모든 쇼핑몰</a></p>`);
}

function cardsOf(key: MallKey, listings: StandInListing[], showPicture: ShowPicture): string {
  const cards = listings.map(
    (listing) => `<li class="card"><a href="/${key}/store/${encodeURIComponent(listing.remoteId)}">
      ${picture(listing, showPicture)}<h3>${escapeHtml(listing.name)}</h3></a>
      <p class="price">${won(listing.price)}</p>${stateOf(listing)}</li>`,
  );
  return `<ul class="grid">${cards.join("")}</ul>`;
}

function picture({ pictureUrl, name }: StandInListing, showPicture: ShowPicture): string {
  const address = pictureUrl === null ? null : showPicture(pictureUrl);
  return address === null
    ? `<div class="picture soft">사진 없음</div>`
    : `<img class="picture" src="${escapeHtml(address)}" alt="${escapeHtml(name)}" loading="lazy">`;
}

function disclosureOf({ disclosure = [] }: StandInListing): string {
  if (disclosure.length === 0) return "";
  const rows = disclosure.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<section class="card"><h3>상품정보제공고시</h3><dl>${rows.join("")}</dl></section>`;
}

function stateOf({ state }: StandInListing): string {
  const [icon, word, colour] = states[state];
  return `<p style="color:${colour}"><span aria-hidden="true">${icon}</span> ${word}</p>`;
}

function won(price: number): string {
  return `${price.toLocaleString("ko-KR")}원`;
}

const style = `
  :root { color-scheme: light }
  body { margin: 0; background: #FBF9F4; color: #1C1A17; word-break: keep-all;
    font: 18px/30px "Pretendard Variable", "Apple SD Gothic Neo", "Noto Sans KR", "Malgun Gothic", sans-serif }
  header, main { max-width: 1080px; margin: 0 auto; padding: 16px 20px }
  header p { margin: 0; color: #8A5A00; font-size: 15px }
  h1 { margin: 4px 0 0; font-size: 28px; line-height: 40px } h2 { font-size: 22px } h3 { font-size: 18px; margin: 8px 0 0 }
  a { color: #0F5C4D } .soft { color: #5B564E } p { margin: 4px 0 }
  .grid { list-style: none; margin: 0; padding: 0; display: grid; gap: 16px;
    grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)) }
  .card { background: #FFFFFF; border: 1px solid #E4DED2; border-radius: 12px; padding: 16px }
  section.card { margin: 16px 0 }
  form { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 12px; margin: 8px 0 }
  label { display: grid; gap: 2px; font-size: 15px; color: #5B564E }
  input, select, button { font: inherit; min-height: 48px; max-width: 100%; padding: 0 12px; border-radius: 8px;
    border: 1px solid #8C8577; background: #FFFFFF; color: #1C1A17 }
  button { border-color: #0F5C4D; color: #0F5C4D; font-weight: 700; cursor: pointer }
  .card a { text-decoration: none }
  .picture { display: grid; place-items: center; width: 100%; aspect-ratio: 1; object-fit: contain; background: #FFFFFF }
  .price { font-weight: 700; font-variant-numeric: tabular-nums }
  .product { display: grid; gap: 24px; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr));
    background: #FFFFFF; border: 1px solid #E4DED2; border-radius: 12px; padding: 24px }
  dl { font-size: 15px } dt { color: #5B564E } dd { margin: 0 0 8px; font-variant-numeric: tabular-nums }`;

function page(title: string, body: string, { refresh = false } = {}): string {
  return `<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${refresh ? '<meta http-equiv="refresh" content="3">' : ""}<title>${escapeHtml(title)} (연습용)</title>
<link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><p>연습용 쇼핑몰이에요. 진짜 쇼핑몰이 아니고, 여기서는 아무것도 팔리지 않아요.</p>
<h1>${escapeHtml(title)}</h1></header><main>${body}</main></body></html>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

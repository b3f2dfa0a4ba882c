import type { Issue } from "#app/domain/issue/issue.ts";
import type { MessageParams, Template } from "#app/domain/outbox/templates.ts";
import { formatDateTime } from "./format.ts";
import { sayIssue } from "./issues.ts";
import { visitNotices } from "./notices/visit.ts";
import { type Locale, type Sentence, say } from "./sentence.ts";

/** What the program writes to people. Korean texts are the ones approved as 알림톡; codes fit one SMS (90 bytes). */
export const notices: Record<Template, { subject: Sentence; text: Sentence }> = {
  login_code: {
    subject: { ko: "백선 인증번호", en: "Baekseon login code" },
    text: {
      ko: "[백선] 인증번호 {code}\n5분 안에 적어 주세요. 누구에게도 알려 주지 마세요.",
      en: "[Baekseon] Your code is {code}. It works for 5 minutes. Tell it to nobody.",
    },
  },
  help_code: {
    subject: { ko: "백선 대신 적기 번호", en: "Baekseon helper code" },
    text: {
      ko: "[백선] {helper} 님이 대신 적어 드리려 합니다. 허락하시면 이 번호를 불러 주세요: {code}",
      en: "[Baekseon] {helper} wants to type for you. If you agree, read out {code}.",
    },
  },
  invitation: {
    subject: { ko: "백선에 초대합니다", en: "You are invited to Baekseon" },
    text: {
      ko: "[백선] {name} 님을 백선에 초대합니다. 아래 링크를 {until}까지 한 번 열어 시작해 주세요.\n{link}",
      en: "[Baekseon] {name}, you are invited to Baekseon. Open this link once, before {until}, to begin.\n{link}",
    },
  },
  password_reset: {
    subject: { ko: "백선 비밀번호를 새로 정해 주세요", en: "Set a new Baekseon password" },
    text: {
      ko: "[백선] 아래 링크에서 비밀번호를 새로 정할 수 있습니다. 한 시간 동안 한 번만 열립니다. 부탁하지 않았다면 그냥 두십시오.\n{link}",
      en: "[Baekseon] Set a new password at the link below. It works once, within an hour. If you did not ask for it, do nothing.\n{link}",
    },
  },
  import_judged: {
    subject: { ko: "상품표를 다 읽었습니다", en: "Your product sheet has been read" },
    text: {
      ko: "[백선] 상품표를 다 읽었습니다. 담을 상품 {accepted}개, 고칠 줄 {refused}개입니다. 확인하고 담아 주십시오.\n{page}",
      en: "[Baekseon] Your product sheet has been read: {accepted} to take, {refused} to correct. Please check and take them.\n{page}",
    },
  },
  import_done: {
    subject: { ko: "상품표의 상품을 담았습니다", en: "Your products have been taken in" },
    text: {
      ko: "[백선] 상품표의 상품을 담았습니다. 담은 상품 {accepted}개, 남은 줄 {refused}개입니다.\n{page}",
      en: "[Baekseon] Your products have been taken in: {accepted} taken, {refused} left to correct.\n{page}",
    },
  },
  products_sent: {
    subject: { ko: "심사에 보냈습니다", en: "Your products were sent" },
    text: {
      ko: "[백선] 상품 {count}개를 ‘{season}’ 심사에 보냈습니다. 결과가 나오면 알려 드리겠습니다.\n{page}",
      en: "[Baekseon] {count} products were sent to “{season}”. We will tell you the result.\n{page}",
    },
  },
  selected: {
    subject: { ko: "백선에 선정되었습니다", en: "Your product has been chosen" },
    text: {
      ko: "[백선] {product|이/가} 백선에 선정되었습니다. 쇼핑몰에 올리는 중입니다.\n{page}",
      en: "[Baekseon] Chosen: {product}. On the way to the malls.\n{page}",
    },
  },
  not_chosen: {
    subject: { ko: "이번에는 선정되지 않았습니다", en: "Not chosen this time" },
    text: {
      ko: "[백선] {product|은/는} 아쉽게도 이번에 선정되지 않았습니다. 다음 시즌에 다시 보내실 수 있습니다.\n{page}",
      en: "[Baekseon] Not chosen this time: {product}. You can send it again next season.\n{page}",
    },
  },
  not_chosen_because: {
    subject: { ko: "이번에는 선정되지 않았습니다", en: "Not chosen this time" },
    text: {
      ko: "[백선] {product|은/는} 아쉽게도 이번에 선정되지 않았습니다. 까닭: {answer}\n다음 시즌에 다시 보내실 수 있습니다.\n{page}",
      en: "[Baekseon] Not chosen this time: {product}. Why: {answer}\nYou can send it again next season.\n{page}",
    },
  },
  on_reserve: {
    subject: { ko: "예비로 선정되었습니다", en: "Your product is on reserve" },
    text: {
      ko: "[백선] {product|이/가} 예비 {rank}번으로 뽑혔습니다. 자리가 나면 차례대로 올라가고, 그때 다시 알려 드리겠습니다.\n{page}",
      en: "[Baekseon] On reserve, number {rank}: {product}. It moves up when a place becomes free; we will tell you.\n{page}",
    },
  },
  taken_out: {
    subject: { ko: "상품을 심사에서 뺐습니다", en: "Your product was taken out" },
    text: {
      ko: "[백선] 사무국이 {product|을/를} 이번 시즌에서 뺐습니다. 까닭: {answer}\n{page}",
      en: "[Baekseon] The office took this out of the season: {product}. Why: {answer}\n{page}",
    },
  },
  change_asked: {
    subject: { ko: "상품에 고칠 곳이 있습니다", en: "Please change something" },
    text: {
      ko: "[백선] 심사위원이 {product}에서 고칠 곳을 알려 왔습니다. 보시고 고치거나 답해 주십시오.\n{page}",
      en: "[Baekseon] A curator asks for a change: {product}. Please look, then change it or answer.\n{page}",
    },
  },
  challenge_upheld: {
    subject: { ko: "심사위원을 바꾸었습니다", en: "The curator was replaced" },
    text: {
      ko: "[백선] 바꿔 달라고 하신 심사위원은 이제 가게의 상품을 심사하지 않습니다. 사무국의 답: {answer}\n{page}",
      en: "[Baekseon] The curator you challenged judges none of your products. The office says: {answer}\n{page}",
    },
  },
  challenge_dismissed: {
    subject: { ko: "심사위원을 바꾸지 않았습니다", en: "The curator stays" },
    text: {
      ko: "[백선] 바꿔 달라고 하신 심사위원은 그대로 심사합니다. 사무국의 답: {answer}\n{page}",
      en: "[Baekseon] The curator you challenged goes on judging. The office says: {answer}\n{page}",
    },
  },
  listing_live: {
    subject: { ko: "쇼핑몰에서 팔기 시작했습니다", en: "Your product is on sale" },
    text: {
      ko: "[백선] {mall}에서 {product} 판매를 시작했습니다.\n{page}",
      en: "[Baekseon] Now on sale at {mall}: {product}.\n{page}",
    },
  },
  listing_refused: {
    subject: { ko: "쇼핑몰이 상품을 돌려보냈습니다", en: "A mall returned your product" },
    text: {
      ko: "[백선] {mall}에서 {product|을/를} 돌려보냈습니다. 이유를 보고 고쳐 주십시오.\n{reason}\n{page}",
      en: "[Baekseon] {mall} returned: {product}. See why and correct it.\n{reason}\n{page}",
    },
  },
  listing_held: {
    subject: { ko: "쇼핑몰에 보내기 전에 고칠 것이 있습니다", en: "Something to correct before a mall" },
    text: {
      ko: "[백선] {product|을/를} {mall}에 보내지 못했습니다. 먼저 고쳐 주십시오.\n{reason}\n{page}",
      en: "[Baekseon] Not sent to {mall} yet: {product}. Please correct it first.\n{reason}\n{page}",
    },
  },
  listing_withdrawn: {
    subject: { ko: "쇼핑몰에서 상품을 내렸습니다", en: "Your product was taken down" },
    text: {
      ko: "[백선] {mall}에서 {product|을/를} 내렸습니다. 이제 팔리지 않습니다.\n{page}",
      en: "[Baekseon] Taken down at {mall}: {product}. It is no longer on sale there.\n{page}",
    },
  },
  product_recalled: {
    subject: { ko: "상품을 회수합니다", en: "Your product is recalled" },
    text: {
      ko: "[백선] {product|을/를} 모든 쇼핑몰에서 내립니다. 회수가 풀릴 때까지 팔 수 없습니다. 자세한 것은 사무국에 물어봐 주십시오.\n{page}",
      en: "[Baekseon] {product} is being taken down at every mall and cannot be sold until the recall is lifted. Please ask the office.\n{page}",
    },
  },
  recall_overdue: {
    subject: { ko: "회수 기한이 지났습니다", en: "A recall is overdue" },
    text: {
      ko: "[백선] {product} 회수 기한이 지났는데 아직 내렸다고 답하지 않은 쇼핑몰이 있습니다. 쇼핑몰에 직접 연락해 주십시오.\n{page}",
      en: "[Baekseon] The recall of {product} is overdue: a mall has not confirmed yet. Please contact it directly.\n{page}",
    },
  },
  store_approved: {
    subject: { ko: "가게 신청이 승인되었습니다", en: "Your store has been approved" },
    text: {
      ko: "[백선] {store|이/가} 백선과 함께하게 되었습니다. 이제 상품을 보내실 수 있습니다.\n{page}",
      en: "[Baekseon] {store} now takes part. You can send your products.\n{page}",
    },
  },
  store_returned: {
    subject: { ko: "가게 신청에 고칠 것이 있습니다", en: "Please correct your application" },
    text: {
      ko: "[백선] {store} 신청에서 {count}가지를 다시 적어 주십시오. 적으신 것은 그대로 남아 있습니다.\n{page}",
      en: "[Baekseon] {store}: {count} entries need another look. Everything you entered is kept.\n{page}",
    },
  },
  account_closed: {
    subject: { ko: "계정이 닫혔습니다", en: "Your account is closed" },
    text: {
      ko: "[백선] 쇼핑몰에서 상품을 모두 내리고 계정을 닫았습니다. 법에 따라 계약 기록은 5년 보관한 뒤 지웁니다. 그동안 함께해 주셔서 고맙습니다.\n{page}",
      en: "[Baekseon] Everything is down at the malls and your account is closed. Records of contracts are kept for five years, as the law asks, and then erased. Thank you for taking part.\n{page}",
    },
  },
  mall_terms_changed: {
    subject: { ko: "쇼핑몰 수수료가 바뀌었습니다", en: "A mall’s terms have changed" },
    text: {
      ko: "[백선] {mall}의 수수료나 정산일이 바뀌었습니다. 보시고 동의하셔야 새 상품을 올릴 수 있습니다. 팔고 있는 상품은 그대로입니다.\n{page}",
      en: "[Baekseon] {mall} has changed its fee or settlement. New products go there once you agree. What is on sale stays.\n{page}",
    },
  },
  ...visitNotices,
};

const andMore: Sentence = { ko: "{product} 외 {more}개", en: "{product} and {more} more" };
const seeReasons: Sentence = {
  ko: "이유는 아래 주소에서 보실 수 있습니다.",
  en: "The reasons stand at the address below.",
};

/**
 * The notice in words, with the values of exactly those placeholders that its text has. `page` is a path of ours, put behind
 * `origin`; `more` counts products besides the one named; `issue` is an issue as JSON text, said as the `reason`.
 */
export function writeNotice(locale: Locale, template: Template, params: MessageParams, origin: string) {
  const { subject, text } = notices[template];
  const { expiresAt, page, more, issue } = params;
  const values: MessageParams = { ...params };
  if (page) values.page = `${origin}${page}`;
  if (typeof expiresAt === "string") values.until = formatDateTime(locale, new Date(expiresAt));
  if (more) values.product = say(locale, andMore, params);
  values.reason =
    !more && typeof issue === "string" ? sayIssue(locale, JSON.parse(issue) as Issue) : say(locale, seeReasons);
  const names = [...text[locale].matchAll(/\{(\w+)/g)].map((match) => match[1] ?? "");
  return {
    subject: say(locale, subject, values),
    text: say(locale, text, values),
    variables: Object.fromEntries(names.map((name) => [name, String(values[name] ?? "")])),
  };
}

import type { Sentence } from "../sentence.ts";

/** What creators and stores hear of channels, visits and what is published of them. `at`: day and time in Seoul. */
export const visitNotices = {
  visit_asked: {
    subject: { ko: "방문 신청이 왔습니다", en: "A creator wants to visit" },
    text: {
      ko: "[백선] {creator} 님이 {at}에 {store|을/를} 찾아가고 싶어 합니다. 보시고 답해 주십시오.\n{page}",
      en: "[Baekseon] {creator} would like to visit {store} on {at}. Please look and answer.\n{page}",
    },
  },
  visit_agreed: {
    subject: { ko: "방문 약속이 되었습니다", en: "Your visit is agreed" },
    text: {
      ko: "[백선] {store} 방문 약속이 되었습니다. {at}(서울 시각)입니다.\n{page}",
      en: "[Baekseon] Your visit to {store} is agreed: {at} (Seoul time).\n{page}",
    },
  },
  visit_booked: {
    subject: { ko: "방문 약속이 되었습니다", en: "A visit is agreed" },
    text: {
      ko: "[백선] {creator} 님이 {at}에 {store|을/를} 찾아갑니다. 연락처는 아래 주소에서 보실 수 있습니다.\n{page}",
      en: "[Baekseon] {creator} visits {store} on {at}. How to reach them stands at the address below.\n{page}",
    },
  },
  visit_waiting: {
    subject: { ko: "대기 명단에 올렸습니다", en: "You are on the waiting list" },
    text: {
      ko: "[백선] {store} {at} 자리는 다른 분과 약속이 되었습니다. 자리가 나면 차례대로 알려 드리겠습니다.\n{page}",
      en: "[Baekseon] {at} at {store} was agreed with somebody else. You are on the waiting list; we will tell you when it is free.\n{page}",
    },
  },
  visit_moved_up: {
    subject: { ko: "자리가 났습니다", en: "A place is free again" },
    text: {
      ko: "[백선] {store} {at} 자리가 나서 가게에 다시 여쭈었습니다. 답이 오면 알려 드리겠습니다.\n{page}",
      en: "[Baekseon] {at} at {store} is free again and the store was asked. We will tell you its answer.\n{page}",
    },
  },
  visit_offered: {
    subject: { ko: "가게가 다른 시간을 권합니다", en: "The store offers other times" },
    text: {
      ko: "[백선] {store|이/가} {at} 대신 다른 시간을 권했습니다. 보시고 하나를 골라 주십시오.\n{page}",
      en: "[Baekseon] {store} offers other times in place of {at}. Please choose one.\n{page}",
    },
  },
  visit_declined: {
    subject: { ko: "이번에는 방문이 어렵습니다", en: "The visit is not possible" },
    text: {
      ko: "[백선] {store} {at} 방문은 이번에 어렵다고 합니다. 다른 시간이나 가게를 찾아봐 주십시오.\n{page}",
      en: "[Baekseon] {store} cannot take your visit on {at}. Please look for another time or store.\n{page}",
    },
  },
  visit_cancelled: {
    subject: { ko: "가게가 방문을 취소했습니다", en: "The store cancelled the visit" },
    text: {
      ko: "[백선] {store} {at} 방문을 가게가 취소했습니다. 찾아가지 마십시오.\n{page}",
      en: "[Baekseon] {store} has cancelled the visit on {at}. Please do not go.\n{page}",
    },
  },
  visit_taken_back: {
    subject: { ko: "방문이 취소되었습니다", en: "A visit was taken back" },
    text: {
      ko: "[백선] {creator} 님이 {at} 방문을 취소했습니다. 기다리던 분이 있으면 차례가 올라갑니다.\n{page}",
      en: "[Baekseon] {creator} has taken back the visit on {at}. Whoever waits moves up.\n{page}",
    },
  },
  visit_store_closed: {
    subject: { ko: "가게가 방문을 받지 않습니다", en: "The store takes no visits now" },
    text: {
      ko: "[백선] {store|이/가} 이제 방문을 받지 않아 {at} 방문이 취소되었습니다. 찾아가지 마십시오.\n{page}",
      en: "[Baekseon] {store} takes no visits any more, so that on {at} is off. Please do not go.\n{page}",
    },
  },
  visit_lapsed: {
    subject: { ko: "신청한 시간이 지났습니다", en: "The time you asked for is over" },
    text: {
      ko: "[백선] {store} {at} 신청에 답이 오기 전에 시간이 지났습니다. 다른 시간을 골라 주십시오.\n{page}",
      en: "[Baekseon] The time you asked for came before {store} answered ({at}). Please choose another.\n{page}",
    },
  },
  visit_tomorrow: {
    subject: { ko: "내일 방문이 있습니다", en: "A visit tomorrow" },
    text: {
      ko: "[백선] 내일 방문이 있습니다. {creator} 님이 {at}(서울 시각)에 {store|을/를} 찾아갑니다.\n{page}",
      en: "[Baekseon] Tomorrow: {creator} visits {store}, {at} (Seoul time).\n{page}",
    },
  },
  visit_said_done: {
    subject: { ko: "다녀간 것으로 적었습니다", en: "The visit is noted as done" },
    text: {
      ko: "[백선] {at} {store} 방문을 다녀간 것으로 적었습니다. 다르다면 7일 안에 알려 주십시오.\n{page}",
      en: "[Baekseon] The visit to {store} on {at} is noted as done. If it was otherwise, say so within 7 days.\n{page}",
    },
  },
  visit_said_missed: {
    subject: { ko: "오지 않은 것으로 적었습니다", en: "Somebody was not there" },
    text: {
      ko: "[백선] {at} {store} 방문이 이루어지지 않았다고 적었습니다. 다르다면 7일 안에 알려 주십시오.\n{page}",
      en: "[Baekseon] The other side says that the visit to {store} on {at} did not take place. If it did, say so within 7 days.\n{page}",
    },
  },
  visit_decided: {
    subject: { ko: "이의에 답해 드립니다", en: "The office has decided" },
    text: {
      ko: "[백선] {at} {store} 방문이 어떠했는지 사무국이 정했습니다. 아래 주소에서 보실 수 있습니다.\n{page}",
      en: "[Baekseon] The office has decided about the visit to {store} on {at}. See the address below.\n{page}",
    },
  },
  content_due: {
    subject: { ko: "다녀온 글을 낼 날이 다가옵니다", en: "Your content is due soon" },
    text: {
      ko: "[백선] {store|을/를} 다녀온 글의 링크를 {due}까지 내 주십시오.\n{page}",
      en: "[Baekseon] Please hand in the link to what you published about {store} by {due}.\n{page}",
    },
  },
  content_late: {
    subject: { ko: "다녀온 글을 아직 받지 못했습니다", en: "Your content is late" },
    text: {
      ko: "[백선] {store|을/를} 다녀온 글의 링크를 {due}까지 받기로 했는데 {days}일이 지났습니다. 고칠 것이 남았는지 보시고 내 주십시오. 어려운 일이 있으면 사무국에 알려 주십시오.\n{page}",
      en: "[Baekseon] The link to what you published about {store} was due on {due}, {days} days ago. Please hand it in or correct it, or tell the office what keeps you.\n{page}",
    },
  },
  channel_confirmed: {
    subject: { ko: "채널이 확인되었습니다", en: "Your channel is confirmed" },
    text: {
      ko: "[백선] 내 채널로 확인되었습니다. 이제 다녀온 방문의 글을 내실 수 있습니다.\n{page}",
      en: "[Baekseon] The channel is confirmed as yours. You can hand in what you publish of your visits.\n{page}",
    },
  },
  channel_refused: {
    subject: { ko: "채널을 확인하지 못했습니다", en: "Your channel is not confirmed" },
    text: {
      ko: "[백선] 내 채널인지 확인하지 못했습니다. 주소를 다시 보시고 사무국에 물어봐 주십시오.\n{page}",
      en: "[Baekseon] We could not confirm that the channel is yours. Check the address, or ask the office.\n{page}",
    },
  },
  promotion_accepted: {
    subject: { ko: "글을 가게 페이지에 실었습니다", en: "Shown on the store’s page" },
    text: {
      ko: "[백선] {store|을/를} 소개한 글을 가게 페이지에 실었습니다.\n{page}",
      en: "[Baekseon] What was published about {store} is now shown on its page.\n{page}",
    },
  },
  promotion_passed: {
    subject: { ko: "글의 표시가 통과되었습니다", en: "Your disclosure has passed" },
    text: {
      ko: "[백선] ‘{title}’ 글을 사무국이 직접 보고 표시가 있는 것을 확인했습니다. 고치지 않으셔도 됩니다. 까닭: {answer}\n{page}",
      en: "[Baekseon] The office looked at “{title}” and found that its disclosure stands. Nothing is to be corrected: {answer}\n{page}",
    },
  },
  promotion_returned: {
    subject: { ko: "글에 고칠 것이 있습니다", en: "Please correct your content" },
    text: {
      ko: "[백선] 내신 글에 고칠 것이 있습니다. 까닭: {answer}\n{page}",
      en: "[Baekseon] Something is to be corrected: {answer}\n{page}",
    },
  },
  promotion_to_correct: {
    subject: { ko: "글에 고칠 것이 있습니다", en: "Please look at your content" },
    text: {
      ko: "[백선] 내신 글에 고칠 것이 있습니다. 무엇을 고칠지 아래 주소에서 보실 수 있습니다.\n{page}",
      en: "[Baekseon] Something of your content is to be corrected. See what at the address below.\n{page}",
    },
  },
  promotion_gone: {
    subject: { ko: "글이 보이지 않습니다", en: "Content is gone" },
    text: {
      ko: "[백선] ‘{title}’ 글이 주소에서 보이지 않아 가게 페이지에서 내렸습니다. 올린 글은 여섯 달 동안 두어야 합니다.\n{page}",
      en: "[Baekseon] “{title}” is no longer at its address and was taken off the store’s page. It must stand for six months.\n{page}",
    },
  },
  promotion_changed: {
    subject: { ko: "글이 바뀌었습니다", en: "Content has changed" },
    text: {
      ko: "[백선] ‘{title}’ 글이 받아들인 다음에 바뀌어 가게 페이지에서 내렸습니다. 대가를 받았다는 표시를 확인해 주십시오.\n{page}",
      en: "[Baekseon] “{title}” changed after it was accepted and was taken off the store’s page. Please check its disclosure.\n{page}",
    },
  },
} satisfies Record<string, { subject: Sentence; text: Sentence }>;

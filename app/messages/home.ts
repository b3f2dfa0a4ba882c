import type { Sentence } from "./sentence.ts";

export const homeMessages = {
  description: {
    ko: "오래된 가게와 시장, 조합과 공방의 물건 가운데 철마다 백 가지를 골라 온라인 장터에 함께 내놓는 일, 백선이에요.",
    en: "Each season Baekseon chooses a hundred things from old shops, markets, cooperatives and workshops and brings them online.",
  },
  title: { ko: "골목의 물건 백\u00a0가지를 골라요", en: "A hundred things from around the corner" },
  lead: {
    ko: "오래된 가게와 시장, 조합과 공방에는 아직 온라인에 없는 좋은 물건이 많아요. 백선은 철마다 백 가지를 골라 사진과 상품 정보를 다듬고, 여러 온라인 장터에 함께 내놓아요.",
    en: "Old shops, markets, cooperatives and workshops make good things that nobody can find online. Every season Baekseon chooses a hundred of them, prepares their pictures and details, and brings them to many online markets.",
  },
  seeStores: { ko: "가게 둘러보기", en: "See the stores" },
  logIn: { ko: "로그인", en: "Log in" },
  mapTitle: { ko: "어느 동네로 가 볼까요?", en: "Which district would you like to visit?" },
  howTitle: { ko: "이렇게 진행돼요", en: "How it goes" },
  sendTitle: { ko: "상품을 보내요", en: "The merchant sends products" },
  send: {
    ko: "상인은 상품표 한 장과 휴대전화 사진을 올려요. 고칠 곳은 줄마다 알려 드려요.",
    en: "One product sheet and photos from a phone are enough. What needs another look is said row by row.",
  },
  chooseTitle: { ko: "백 가지를 골라요", en: "Curators choose the hundred" },
  choose: {
    ko: "심사위원이 하나하나 살펴보고 이번 철의 백 가지를 정해요.",
    en: "They look at every one and settle on this season’s hundred.",
  },
  sellTitle: { ko: "장터에 내놓아요", en: "They go to market" },
  sell: {
    ko: "고른 상품은 장터마다 맞는 사진과 정보로 다듬어 올리고, 판매가 시작될 때까지 지켜봐요.",
    en: "Each gets the pictures and details every mall asks for, and we follow it until it is on sale.",
  },
  forMerchants: { ko: "가게를 하고 계신가요?", en: "Do you run a shop?" },
  forMerchantsBody: {
    ko: "휴대전화 번호만 있으면 시작할 수 있어요. 비밀번호는 없어도 돼요.",
    en: "A phone number is all you need to begin; there is no password.",
  },
  forCreators: { ko: "글이나 영상을 만드시나요?", en: "Do you write or film?" },
  forCreatorsBody: {
    ko: "오래된 가게와 시장을 찾아가 이야기를 전해 주세요. 이메일로 시작할 수 있어요.",
    en: "Visit old shops and markets, and tell of them. An e-mail address is all you need to begin.",
  },
} satisfies Record<string, Sentence>;

import type { Role } from "#app/domain/account/actor.ts";
import type { MessageState } from "#app/domain/outbox/states.ts";
import type { Template } from "#app/domain/outbox/templates.ts";
import type { Sentence } from "./sentence.ts";

export const roleWords: Record<Role, Sentence> = {
  merchant: { ko: "상인", en: "Merchant" },
  curator: { ko: "심사위원", en: "Curator" },
  creator: { ko: "창작자", en: "Creator" },
  office: { ko: "사무국", en: "Office" },
};

export const messageStateWords: Record<MessageState, Sentence> = {
  waiting: { ko: "보낼 차례", en: "Waiting" },
  sending: { ko: "보내는 중", en: "Sending" },
  sent: { ko: "보냄", en: "Sent" },
  delivered: { ko: "도착", en: "Delivered" },
  failed: { ko: "못 보냄", en: "Failed" },
  unknown: { ko: "확인 필요", en: "Needs a look" },
};

export const templateWords: Record<Template, Sentence> = {
  login_code: { ko: "인증번호", en: "Login code" },
  help_code: { ko: "대신 적기 번호", en: "Helper code" },
  invitation: { ko: "초대", en: "Invitation" },
  password_reset: { ko: "비밀번호 새로 정하기", en: "New password" },
  import_judged: { ko: "상품표 확인 부탁", en: "Sheet to check" },
  import_done: { ko: "상품표 담기 끝", en: "Sheet taken in" },
  products_sent: { ko: "심사에 보냄", en: "Sent to the judges" },
  selected: { ko: "선정", en: "Chosen" },
  not_chosen: { ko: "선정되지 않음", en: "Not chosen" },
  not_chosen_because: { ko: "선정되지 않음 (까닭)", en: "Not chosen, and why" },
  on_reserve: { ko: "예비 선정", en: "On reserve" },
  taken_out: { ko: "심사에서 뺌", en: "Taken out" },
  change_asked: { ko: "고칠 곳 요청", en: "Change asked" },
  challenge_upheld: { ko: "심사위원 바꿈", en: "Curator replaced" },
  challenge_dismissed: { ko: "심사위원 그대로", en: "Curator stays" },
  listing_live: { ko: "판매 시작", en: "On sale" },
  listing_refused: { ko: "쇼핑몰 반려", en: "Returned by a mall" },
  listing_held: { ko: "쇼핑몰에 못 보냄", en: "Held back" },
  listing_withdrawn: { ko: "쇼핑몰에서 내림", en: "Taken down" },
  product_recalled: { ko: "회수", en: "Recalled" },
  recall_overdue: { ko: "회수 기한 지남", en: "Recall overdue" },
  store_approved: { ko: "가게 승인", en: "Store approved" },
  store_returned: { ko: "가게 신청 돌려보냄", en: "Application returned" },
  account_closed: { ko: "계정 닫힘", en: "Account closed" },
  mall_terms_changed: { ko: "쇼핑몰 수수료 바뀜", en: "A mall’s terms changed" },
};

export const mediumWords: Record<"kakao" | "sms" | "email", Sentence> = {
  kakao: { ko: "알림톡", en: "KakaoTalk" },
  sms: { ko: "문자", en: "Text message" },
  email: { ko: "이메일", en: "E-mail" },
};

/** The pages where people come in. */
export const loginMessages = {
  title: { ko: "로그인", en: "Log in" },
  merchants: { ko: "상인이세요?", en: "Are you a merchant?" },
  merchantsLead: {
    ko: "휴대폰 번호를 적어 주세요. 인증번호 여섯 자리를 보내 드려요.",
    en: "Enter your phone number and we will send you a six-digit code.",
  },
  phone: { ko: "휴대폰 번호", en: "Phone number" },
  phoneHint: { ko: "예: 010-1234-5678", en: "For example 010-1234-5678" },
  sendCode: { ko: "인증번호 받기", en: "Send me a code" },
  creators: { ko: "창작자이세요?", en: "Are you a creator?" },
  creatorsLead: { ko: "이메일로 인증번호를 보내 드려요.", en: "We will send the code by e-mail." },
  email: { ko: "이메일", en: "E-mail" },
  sendCodeByMail: { ko: "이메일로 받기", en: "Send by e-mail" },
  staff: { ko: "심사위원이나 사무국이세요?", en: "Are you a curator or of the office?" },
  toPassword: { ko: "비밀번호로 로그인", en: "Log in with a password" },

  codeTitle: { ko: "인증번호를 적어 주세요", en: "Enter the code" },
  codeSentPhone: {
    ko: "등록된 번호라면 {destination|으로/로} 인증번호를 보냈어요. 5분 안에 적어 주세요.",
    en: "If {destination} is registered, a code is on its way. Enter it within 5 minutes.",
  },
  codeSentMail: {
    ko: "등록된 이메일이라면 {destination|으로/로} 인증번호를 보냈어요. 5분 안에 적어 주세요.",
    en: "If {destination} is registered, a code is on its way. Enter it within 5 minutes.",
  },
  code: { ko: "인증번호 여섯 자리", en: "Six-digit code" },
  shared: {
    ko: "이 폰은 가게에서 같이 써요 (오늘만 로그인)",
    en: "Several people use this device (log in for today only)",
  },
  enter: { ko: "로그인", en: "Log in" },
  noCode: { ko: "인증번호가 안 왔나요?", en: "No code?" },
  resend: { ko: "인증번호 다시 받기", en: "Send the code again" },
  otherDestination: { ko: "다른 번호나 이메일로 하기", en: "Use another number or address" },
  played: {
    ko: "연습용이라 문자와 메일은 실제로 가지 않아요. 인증번호는 터미널과 사무국의 ‘보낸 알림’에서 볼 수 있어요.",
    en: "This is the demonstration: nothing is really sent. The code stands in the terminal and in the office’s outbox.",
  },
  resent: { ko: "인증번호를 다시 보냈어요.", en: "We have sent the code again." },

  passwordTitle: { ko: "비밀번호로 로그인", en: "Log in with a password" },
  password: { ko: "비밀번호", en: "Password" },
  forgot: { ko: "비밀번호를 잊었어요", en: "I forgot my password" },
  back: { ko: "다른 방법으로 로그인", en: "Log in another way" },

  forgotTitle: { ko: "비밀번호 새로 정하기", en: "Set a new password" },
  forgotLead: {
    ko: "이메일을 적어 주세요. 비밀번호를 새로 정하는 링크를 보내 드려요.",
    en: "Enter your e-mail address and we will send a link to set a new password.",
  },
  sendLink: { ko: "링크 받기", en: "Send me the link" },
  linkSent: { ko: "메일을 확인해 주세요", en: "Check your mail" },
  linkSentBody: {
    ko: "등록된 이메일이라면 링크를 보냈어요. 한 시간 동안 한 번만 열려요.",
    en: "If the address is registered, a link is on its way. It works once, within an hour.",
  },

  welcome: { ko: "{name} 님, 어서 오세요", en: "Welcome, {name}" },
  firstTitle: { ko: "첫 사무국 계정을 만들어요", en: "Make the first office account" },
  resetTitle: { ko: "새 비밀번호를 정해 주세요", en: "Choose a new password" },
  invitedLead: { ko: "{role} 역할로 초대받았어요.", en: "You are invited as: {role}." },
  name: { ko: "이름", en: "Name" },
  newPassword: { ko: "새 비밀번호", en: "New password" },
  newPasswordHint: {
    ko: "10자 이상으로 정해 주세요. 문장도 좋아요.",
    en: "10 characters or more; a sentence is fine.",
  },
  repeat: { ko: "새 비밀번호 한 번 더", en: "The same password again" },
  begin: { ko: "시작하기", en: "Begin" },
  linkOver: { ko: "쓸 수 없는 링크예요", en: "This link does not work" },
  accountTitle: { ko: "내 계정", en: "My account" },
  accountLead: { ko: "{name} 님은 {role|으로/로} 로그인했어요.", en: "{name}, you are logged in as: {role}." },
  everywhere: { ko: "모든 기기에서 로그아웃", en: "Log out everywhere" },
  everywhereLead: {
    ko: "휴대폰을 잃어버렸거나 남의 기기에서 로그인했다면 눌러 주세요. 이 기기에서도 로그아웃돼요.",
    en: "If you lost your phone or logged in on somebody else’s device. You are logged out here as well.",
  },
  toLogin: { ko: "로그인 화면으로", en: "To the login page" },
} satisfies Record<string, Sentence>;

/** The office's pages of people and messages. */
export const peopleMessages = {
  title: { ko: "사람", en: "People" },
  lead: { ko: "백선에 들어올 수 있는 사람과 맡은 일이에요.", en: "Who may log in, and as what." },
  invite: { ko: "초대하기", en: "Invite" },
  inviteTitle: { ko: "사람 초대하기", en: "Invite a person" },
  inviteLead: {
    ko: "상인에게는 휴대폰으로, 다른 사람에게는 이메일로 한 번만 열리는 링크를 보내요.",
    en: "Merchants get a one-time link by phone, everybody else by e-mail.",
  },
  name: { ko: "이름", en: "Name" },
  role: { ko: "맡은 일", en: "Role" },
  allRoles: { ko: "모두", en: "All" },
  phone: { ko: "휴대폰 번호", en: "Phone number" },
  phoneHint: { ko: "상인에게는 꼭 필요해요.", en: "Needed for merchants." },
  email: { ko: "이메일", en: "E-mail" },
  emailHint: { ko: "상인이 아니면 꼭 필요해요.", en: "Needed for everybody but merchants." },
  businessNumber: { ko: "가게의 사업자등록번호", en: "Business number of the store" },
  businessNumberHint: {
    ko: "상인이 맡을 가게가 이미 있으면 적어 주세요.",
    en: "If the merchant’s store is registered already.",
  },
  send: { ko: "초대 보내기", en: "Send the invitation" },
  search: { ko: "이름, 번호, 이메일로 찾기", en: "Find by name, number or e-mail" },
  find: { ko: "찾기", en: "Find" },
  contact: { ko: "연락처", en: "Contact" },
  state: { ko: "상태", en: "State" },
  active: { ko: "쓰는 중", en: "Active" },
  invited: { ko: "초대함", en: "Invited" },
  ended: { ko: "끝남", en: "Ended" },
  lastSeen: { ko: "마지막 방문", en: "Last seen" },
  none: { ko: "찾은 사람이 없어요", en: "Nobody found" },
  count: { ko: "모두 {count}명", en: "{count} people" },
  next: { ko: "다음", en: "Next" },
  previous: { ko: "이전", en: "Previous" },
  changeRole: { ko: "맡은 일 바꾸기", en: "Change the role" },
  changeRoleBody: {
    ko: "바꾸면 지금 열린 로그인이 바로 끝나요. 새로 직원이 되는 사람에게는 비밀번호를 정하는 링크를 보내요.",
    en: "Open sessions end at once. Who becomes staff gets a link to choose a password.",
  },
  change: { ko: "바꾸기", en: "Change" },
  logOutEverywhere: { ko: "모든 기기에서 로그아웃", en: "Log out everywhere" },
  logOutEverywhereBody: {
    ko: "휴대폰을 잃어버렸을 때 써 주세요. 다시 로그인할 수 있어요.",
    en: "For a lost phone. The person can log in again.",
  },
  end: { ko: "계정 끝내기", en: "End the account" },
  endBody: {
    ko: "바로 로그아웃되고 다시 들어올 수 없어요. 다시 초대하면 돌아올 수 있어요.",
    en: "The person is logged out at once and cannot come back unless invited again.",
  },
  endAsked: { ko: "{name} 님의 계정을 끝낼까요?", en: "End {name}’s account?" },
  backToPeople: { ko: "사람", en: "People" },
  saved: { ko: "바꿨어요", en: "Changed" },
  invitedNotice: { ko: "초대를 보냈어요", en: "The invitation is on its way" },
  outbox: { ko: "보낸 알림", en: "Outbox" },
  outboxLead: { ko: "최근에 보낸 알림 {count}개예요.", en: "The latest {count} messages." },
  outboxPlayed: {
    ko: "연습용이라 실제로 보내지 않고 여기에만 남겨요. 인증번호와 링크도 볼 수 있어요.",
    en: "In the demonstration nothing is really sent: codes and links can be read here.",
  },
  outboxClosed: {
    ko: "받는 사람과 내용은 여기에 보이지 않아요.",
    en: "Recipients and contents are not shown here.",
  },
  time: { ko: "시각", en: "Time" },
  what: { ko: "알림", en: "Message" },
  how: { ko: "방법", en: "By" },
  to: { ko: "받는 사람", en: "To" },
  text: { ko: "내용", en: "Text" },
  attempts: { ko: "시도", en: "Attempts" },
  error: { ko: "이유", en: "Reason" },
  noMessages: { ko: "아직 보낸 알림이 없어요", en: "Nothing was sent yet" },
  noMessagesBody: {
    ko: "누군가 로그인하거나 초대받으면 여기에 나타나요.",
    en: "Codes and invitations will appear here.",
  },
} satisfies Record<string, Sentence>;

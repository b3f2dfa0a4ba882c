import type { accountCodes } from "#app/domain/issue/account-codes.ts";
import type { Sentence } from "../sentence.ts";

export const accountSentences: Record<(typeof accountCodes)[number], Sentence> = {
  "login.phone_unreadable": {
    ko: "휴대폰 번호를 읽지 못했어요. 010-1234-5678처럼 적어 주세요.",
    en: "We could not read the phone number. Write it like 010-1234-5678.",
  },
  "login.email_unreadable": {
    ko: "이메일 주소를 읽지 못했어요. name@example.com처럼 적어 주세요.",
    en: "We could not read the e-mail address. Write it like name@example.com.",
  },
  "login.code_unreadable": {
    ko: "인증번호를 읽지 못했어요. 받은 여섯 자리 숫자를 적어 주세요.",
    en: "We could not read the code. Enter the six digits you received.",
  },
  "login.code_wrong": {
    ko: "인증번호가 맞지 않아요. 받은 여섯 자리 숫자를 다시 확인해 주세요. {left}번 더 해 볼 수 있어요.",
    en: "The code is not right. Check the six digits you received. Tries left: {left}.",
  },
  "login.code_expired": {
    ko: "인증번호의 시간이 지났어요. 새 번호를 받아 주세요.",
    en: "The code has expired. Ask for a new one.",
  },
  "login.too_many_tries": {
    ko: "여러 번 틀려서 이 인증번호는 더 쓸 수 없어요. 새 번호를 받아 주세요.",
    en: "This code was entered wrongly too often. Ask for a new one.",
  },
  "login.too_many_passwords": {
    ko: "로그인을 여러 번 실패해서 잠시 막아 두었어요. 15분 뒤에 다시 하거나 비밀번호를 새로 정해 주세요.",
    en: "Too many logins failed. Try again in 15 minutes or set a new password.",
  },
  "login.wait_before_resend": {
    ko: "인증번호를 방금 보냈어요. {seconds}초 뒤에 다시 받을 수 있어요.",
    en: "We have just sent a code. You can ask for another in {seconds} seconds.",
  },
  "login.too_many_codes": {
    ko: "오늘은 인증번호를 더 보낼 수 없어요. 내일 다시 하거나 사무국에 알려 주세요.",
    en: "No more codes can be sent today. Try again tomorrow or tell the programme office.",
  },
  "login.too_many_resets": {
    ko: "오늘은 비밀번호 링크를 더 보낼 수 없어요. 내일 다시 하거나 사무국에 알려 주세요.",
    en: "No more password links can be sent today. Try again tomorrow or tell the programme office.",
  },
  "login.refused": {
    ko: "로그인하지 못했어요. 적은 내용을 확인하고 다시 해 주세요.",
    en: "The login did not work. Check what you entered and try again.",
  },
  "help.only_merchant": {
    ko: "이 일은 가게 주인만 할 수 있어요. 적은 것은 그대로 있으니, 주인이 자기 휴대폰으로 들어와 마쳐 달라고 해 주세요.",
    en: "Only the merchant may do this. What you typed is kept: ask the merchant to log in with their own phone and finish it.",
  },
  "help.of_oneself": {
    ko: "내 번호예요. 도와드릴 분의 휴대폰 번호를 적어 주세요.",
    en: "This is your own number. Enter the number of the person you want to help.",
  },
  "help.over": {
    ko: "대신 적기는 이미 끝났어요.",
    en: "The help has already ended.",
  },
  "password.too_short": {
    ko: "비밀번호가 짧아요. {minimum}자 이상으로 정해 주세요.",
    en: "The password is short. Choose one of {minimum} characters or more.",
  },
  "password.too_long": {
    ko: "비밀번호가 너무 길어요. {maximum}자까지 쓸 수 있어요.",
    en: "The password is too long. It may have up to {maximum} characters.",
  },
  "password.too_common": {
    ko: "남들도 많이 쓰는 비밀번호예요. 다른 비밀번호로 정해 주세요.",
    en: "Many people use this password. Choose another one.",
  },
  "password.mismatch": {
    ko: "두 비밀번호가 서로 달라요. 같은 비밀번호를 두 번 적어 주세요.",
    en: "The two passwords differ. Enter the same one twice.",
  },
  "link.invalid": {
    ko: "이 링크는 이미 썼거나 시간이 지났어요. 새 링크를 받아 주세요.",
    en: "This link has been used or has expired. Ask for a new one.",
  },
  "account.already_exists": {
    ko: "이미 등록된 사람이에요. 사람 목록에서 찾아 주세요.",
    en: "This person is registered already. Look for them in the list of people.",
  },
  "account.last_office": {
    ko: "마지막 남은 사무국 계정이라 끝낼 수 없어요. 다른 사람을 먼저 사무국으로 정해 주세요.",
    en: "This is the last office account and cannot be ended. Give the role to somebody else first.",
  },
  "account.not_found": {
    ko: "그 사람을 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "We did not find that person. Please open the list again.",
  },
  "account.not_allowed": {
    ko: "사무국만 할 수 있는 일이에요. 사무국에 부탁해 주세요.",
    en: "Only the programme office can do this. Please ask the office.",
  },
  "account.phone_needed": {
    ko: "상인은 휴대폰 번호로 로그인해요. 번호가 없는 사람이라 상인으로 바꿀 수 없어요.",
    en: "Merchants log in by phone, and this person has no number on record.",
  },
  "account.email_needed": {
    ko: "이 역할은 이메일로 로그인해요. 이메일이 없는 사람이라 바꿀 수 없어요.",
    en: "This role logs in by e-mail, and this person has no address on record.",
  },
  "account.store_not_found": {
    ko: "그 사업자등록번호의 가게를 찾지 못했어요. 번호를 확인하거나 비워 두세요.",
    en: "There is no store with this business number. Check it or leave it empty.",
  },
  "form.missing": {
    ko: "비어 있는 칸이 있어요: {field}. 내용을 적어 주세요.",
    en: "A field is empty: {field}. Please fill it in.",
  },
  "form.unreadable": {
    ko: "적은 내용을 읽지 못했어요: {field}. 다시 확인해 주세요.",
    en: "We could not read a field: {field}. Please check it.",
  },
  "form.expired": {
    ko: "화면을 연 지 오래되어 보내지 못했어요. 새로 고친 뒤 다시 보내 주세요.",
    en: "This page has been open too long. Reload it and send the form again.",
  },
  "form.too_long": {
    ko: "적은 내용이 너무 길어요: {field}. {maximum}자까지 줄여 주세요.",
    en: "A field is too long: {field}. Please keep it to {maximum} characters.",
  },
  "upload.too_large": {
    ko: "파일이 너무 커서 받지 못했어요. {maximum}MB까지 올릴 수 있어요.",
    en: "The file is too large. You can upload up to {maximum} MB.",
  },
  "upload.missing_file": {
    ko: "파일을 받지 못했어요. 올릴 파일을 먼저 골라 주세요.",
    en: "No file came with the form. Choose a file first.",
  },
  "upload.interrupted": {
    ko: "파일을 올리다가 끊겼어요. 연결을 확인하고 다시 올려 주세요.",
    en: "The upload was interrupted. Check your connection and upload it again.",
  },
  "business_number.unreadable": {
    ko: "사업자등록번호를 읽지 못했어요. 숫자 열 자리를 123-45-67890처럼 적어 주세요.",
    en: "We could not read the business number. Write its ten digits like 123-45-67890.",
  },
  "business_number.checksum": {
    ko: "사업자등록번호가 맞지 않는 것 같아요. 사업자등록증을 보고 다시 적어 주세요.",
    en: "The business number seems to be mistyped. Please compare it with your certificate.",
  },
  "application.not_open": {
    ko: "이미 보낸 신청이라 지금은 고칠 수 없어요. 사무국이 확인한 뒤에 알려 드릴게요.",
    en: "The application was sent and cannot be changed now. We will tell you when the office has looked at it.",
  },
  "document.missing": {
    ko: "아직 없어요: {field}. 사진을 찍거나 파일을 골라 주세요.",
    en: "Still missing: {field}. Take a photo or choose a file.",
  },
  "document.not_readable": {
    ko: "이 파일은 열어 볼 수 없어요: {field}. 사진이나 PDF로 다시 올려 주세요.",
    en: "We could not read this file: {field}. Please use a photo or a PDF.",
  },
  "document.not_a_photo": {
    ko: "사진이 아닌 파일이에요. 가게 사진을 다시 골라 주세요.",
    en: "This file is not a photo. Please choose a photo of the store.",
  },
  "document.too_many": {
    ko: "한 가지에 {maximum}장까지 올릴 수 있어요. 필요 없는 것을 지우고 다시 올려 주세요.",
    en: "You can add up to {maximum} of a kind. Remove one and try again.",
  },
  "address.other_district": {
    ko: "주소는 {named}인데 {chosen|을/를} 고르셨어요. 주소나 자치구를 고쳐 주세요.",
    en: "The address says {named}, but {chosen} was chosen. Please correct one of them.",
  },
  "market.other_district": {
    ko: "고른 시장이 가게 주소와 다른 자치구에 있어요. 시장을 다시 골라 주세요.",
    en: "The market lies in another district than the address. Please choose the market again.",
  },
  "designation.days_reversed": {
    ko: "끝나는 날이 시작하는 날보다 빨라요. 지정서의 날짜를 다시 확인해 주세요.",
    en: "The last day is before the first. Please check the dates on the certificate.",
  },
  "consent.needed": {
    ko: "먼저 이용약관과 개인정보 수집·이용에 동의해 주세요. 적은 것은 그대로 있어요.",
    en: "Please agree to the terms and to the use of personal data first. What you entered is kept.",
  },
  "consent.text_changed": {
    ko: "읽으시는 동안 글이 바뀌었어요. 새 글을 읽고 다시 골라 주세요.",
    en: "The text has changed while you read it. Please read the new one and choose again.",
  },
  "consent.closing_needed": {
    ko: "이 동의가 없으면 백선을 쓸 수 없어요. 그만 쓰시려면 계정을 닫아 주세요.",
    en: "Baekseon does not work without this consent. To stop, please close your account.",
  },
  "closing.over": {
    ko: "계정이 이미 닫혔어요. 다시 시작하시려면 가게 신청을 새로 해 주세요.",
    en: "The account is closed already. To start again, please join anew.",
  },
  "closing.under_way": {
    ko: "계정을 닫는 중이라 새로 보낼 수 없어요. 계속하시려면 먼저 닫기를 취소해 주세요.",
    en: "Your account is being closed, so nothing new can be sent. To go on, take the closing back first.",
  },
  "agreement.no_terms": {
    ko: "사무국이 이 쇼핑몰의 수수료를 아직 적지 않았어요. 조금 기다려 주세요.",
    en: "The programme office has not entered this mall’s fee yet. You can agree once it has.",
  },
  "agreement.terms_changed": {
    ko: "보시는 동안 수수료나 정산일이 바뀌었어요. 바뀐 내용을 보고 다시 골라 주세요.",
    en: "The fee or settlement has changed while you read. Please look at it and choose again.",
  },
  "agreement.fee_unreadable": {
    ko: "수수료를 읽지 못했어요. 3.5처럼 100 이하의 숫자로 적어 주세요.",
    en: "We could not read the fee. Give a percentage of at most 100, such as 3.5.",
  },
  "agreement.days_unreadable": {
    ko: "정산일을 읽지 못했어요. 배송이 끝난 뒤 며칠인지 365 이하의 숫자로 적어 주세요.",
    en: "We could not read the days. Give the days from delivery to the money, at most 365.",
  },
};

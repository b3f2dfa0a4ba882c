import type { visitCodes } from "#app/domain/issue/visit-codes.ts";
import type { Sentence } from "../sentence.ts";

export const visitSentences: Record<(typeof visitCodes)[number], Sentence> = {
  "profile.missing": {
    ko: "먼저 내 소개를 적어 주세요. 가게가 누구인지 알아야 답할 수 있어요.",
    en: "Tell about yourself first: a store must know who asks.",
  },
  "profile.zone_unknown": {
    ko: "모르는 시간대예요. 목록에서 골라 주세요.",
    en: "This time zone is unknown. Choose one of the list.",
  },
  "channel_address.unreadable": {
    ko: "주소를 읽지 못했어요(적힌 값: ‘{raw}’). https://로 시작하는 주소를 그대로 붙여 넣어 주세요.",
    en: "The address could not be read (“{raw}”). Paste it whole, beginning with https://.",
  },
  "channel_address.not_https": {
    ko: "https://로 시작하는 주소만 받아요. 주소창의 주소를 그대로 붙여 넣어 주세요.",
    en: "Only addresses that begin with https:// are taken. Paste it from the address bar.",
  },
  "channel_address.private": {
    ko: "누구나 볼 수 있는 주소가 아니에요({host}). 인터넷에 공개된 주소를 적어 주세요.",
    en: "This address is not public ({host}). Give one that everybody can open.",
  },
  "channel_address.shortened": {
    ko: "{host}는 줄인 주소예요. 그 주소를 브라우저에서 연 다음, 주소창에 나온 긴 주소를 붙여 넣어 주세요.",
    en: "{host} is a shortened address. Open it in a browser and paste the whole address that it leads to.",
  },
  "channel_address.look_alike": {
    ko: "{host} 주소는 {meant} 주소와 비슷하지만 달라요. 주소를 다시 확인해 주세요.",
    en: "{host} looks like {meant} and is another address. Please check it.",
  },
  "channel_address.foreign_letters": {
    ko: "주소에 다른 나라 글자가 섞여 있어요({host}). 비슷하게 보이는 가짜 주소일 수 있으니 영문 주소를 적어 주세요.",
    en: "The address has letters of another script ({host}), as look-alikes have. Give it in plain letters.",
  },
  "channel_address.other_platform": {
    ko: "{host} 주소는 고른 곳의 주소가 아니에요. 어디에 올리는지 다시 골라 주세요.",
    en: "{host} is not an address of the platform that was chosen. Choose again.",
  },
  "channel_address.no_channel": {
    ko: "채널의 첫 화면 주소가 아니에요. 글이나 영상 하나가 아니라 채널 주소를 적어 주세요.",
    en: "This is not a channel’s own address. Give the channel’s, not that of one post.",
  },
  "channel_address.no_post": {
    ko: "글이나 영상 하나의 주소가 아니에요. 올린 것을 열고 그 주소를 그대로 붙여 넣어 주세요.",
    en: "This is not the address of one post or film. Open what you published and paste its address.",
  },
  "creator_channel.exists": {
    ko: "이미 적어 두신 채널이에요. 아래 목록에서 확인해 주세요.",
    en: "You have entered this channel already. See the list below.",
  },
  "creator_channel.not_found": {
    ko: "그 채널을 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "That channel was not found. Open the list again.",
  },
  "creator_channel.taken": {
    ko: "다른 분의 채널로 확인된 주소예요. 내 채널이 맞다면 사무국에 알려 주세요.",
    en: "This address is confirmed as somebody else’s. If it is yours, please tell the office.",
  },
  "creator_channel.not_readable": {
    ko: "채널 화면을 열지 못했어요. 잠시 뒤 다시 해 보시고, 그래도 안 되면 사무국이 직접 확인해요.",
    en: "The channel’s page could not be opened. Try again later; otherwise the office will look.",
  },
  "creator_channel.code_not_there": {
    ko: "채널 소개에 {code}가 보이지 않아요. 소개 글에 적고 저장했는지 확인한 다음 다시 해 주세요.",
    en: "{code} was not found in the channel’s description. Check that it is saved there, then try again.",
  },
  "creator_channel.only_by_office": {
    ko: "이 채널은 저희 프로그램이 소개 글을 읽을 수 없어요. 사무국이 직접 보고 확인해 드릴게요.",
    en: "We cannot read descriptions of this platform. The office will look and confirm it.",
  },
  "creator_channel.has_promotions": {
    ko: "이 채널에 올린 글이 있어서 지울 수 없어요. 바뀐 것이 있으면 사무국에 알려 주세요.",
    en: "Something you handed in is on this channel, so it stays. Tell the office if it has changed.",
  },
  "campaign.not_found": {
    ko: "그 탐방을 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "That campaign was not found. Open the list again.",
  },
  "campaign.dates_crossed": {
    ko: "마지막 날이 첫날보다 빨라요. 두 날짜를 다시 골라 주세요.",
    en: "The last day is before the first. Choose both again.",
  },
  "campaign.kinds_missing": {
    ko: "어떤 가게가 함께하는지 하나 이상 골라 주세요.",
    en: "Choose at least one kind of store.",
  },
  "campaign.value_missing": {
    ko: "드리는 것이 있으면 얼마어치인지 원으로 적어 주세요.",
    en: "Say what the benefit is worth, in won.",
  },
  "campaign.value_without_benefit": {
    ko: "드리는 것이 없으면 금액은 0으로 두어 주세요.",
    en: "Where nothing is given the value is 0.",
  },
  "campaign.not_preparing": {
    ko: "이미 열었거나 마친 탐방이에요. 목록을 새로 열어 주세요.",
    en: "This campaign was opened or closed already. Open the list again.",
  },
  "campaign.not_open": {
    ko: "지금은 열려 있지 않은 탐방이에요. 열려 있는 탐방을 골라 주세요.",
    en: "This campaign is not open. Choose one that is.",
  },
  "campaign.over": {
    ko: "기간이 지난 탐방이에요. 날짜를 다시 확인해 주세요.",
    en: "The period of this campaign is over. Check the dates.",
  },
  "campaign.store_not_covered": {
    ko: "이 탐방은 이 가게의 종류나 동네를 다루지 않아요. 다른 탐방을 확인해 주세요.",
    en: "This campaign does not cover the store’s kind or district. See the others.",
  },
  "campaign.store_not_receiving": {
    ko: "가게 정보에서 ‘찾아가도 되는지’를 ‘네’로 하고, 정보 전달에 동의해 주셔야 함께할 수 있어요.",
    en: "The store must welcome visitors and agree to the passing on of its data before it can take part.",
  },
  "campaign.not_joined": {
    ko: "이 탐방에 함께하는 가게가 아니에요. 먼저 ‘함께하기’를 눌러 주세요.",
    en: "The store does not take part in this campaign. Join it first.",
  },
  "campaign.capacity_below_booked": {
    ko: "이미 약속한 방문이 {booked}번이에요. {booked}번보다 적게 줄이려면 먼저 약속을 취소해 주세요.",
    en: "{booked} visits are agreed already. Cancel some before going below that.",
  },
  "slot.unreadable": {
    ko: "날짜와 시간을 읽지 못했어요. 날짜, 시작 시간, 끝 시간을 모두 골라 주세요.",
    en: "Day or time could not be read. Choose the day, the beginning and the end.",
  },
  "slot.in_past": {
    ko: "이미 지난 시간이에요. 앞으로 올 시간을 골라 주세요.",
    en: "This time is over. Choose one that is still to come.",
  },
  "slot.outside_campaign": {
    ko: "탐방 기간({from}~{to}) 밖의 날이에요. 기간 안의 날을 골라 주세요.",
    en: "The day is outside the campaign ({from} to {to}). Choose one within.",
  },
  "slot.across_midnight": {
    ko: "끝나는 시간이 시작보다 빨라요. 자정을 넘기는 방문은 받을 수 없으니 같은 날 안에서 골라 주세요.",
    en: "It ends before it begins. A visit cannot cross midnight; choose times of one day.",
  },
  "slot.too_short": {
    ko: "방문 한 번은 20분 이상이어야 해요. 끝나는 시간을 늘려 주세요.",
    en: "A visit takes at least 20 minutes. Choose a later end.",
  },
  "slot.too_long": {
    ko: "방문 한 번은 6시간까지예요. 둘로 나눠 적어 주세요.",
    en: "A visit takes at most 6 hours. Enter it as two.",
  },
  "slot.overlaps": {
    ko: "이미 적어 두신 시간과 겹쳐요. 겹치지 않는 시간을 골라 주세요.",
    en: "This overlaps a time you have entered already. Choose another.",
  },
  "slot.not_found": {
    ko: "그 시간은 이제 없어요. 남은 시간을 새로 확인해 주세요.",
    en: "That time is gone. Look again at what is left.",
  },
  "slot.booked": {
    ko: "이미 약속한 시간이라 지울 수 없어요. 먼저 약속을 취소해 주세요.",
    en: "A visit is agreed for this time. Cancel it first.",
  },
  "visit.not_found": {
    ko: "그 방문을 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "That visit was not found. Open the list again.",
  },
  "visit.store_gone": {
    ko: "이 가게는 이제 방문을 받지 않아요. 다른 가게를 찾아봐 주세요.",
    en: "This store takes no more visits. Please look for another.",
  },
  "visit.already_asked": {
    ko: "이 가게에는 이미 신청하셨어요. 내 방문에서 확인해 주세요.",
    en: "You have asked this store already. See your visits.",
  },
  "visit.slot_taken": {
    ko: "그 시간은 방금 다른 분과 약속이 됐어요. 다른 시간을 골라 주세요.",
    en: "That time has just been agreed with somebody else. Choose another.",
  },
  "visit.store_full": {
    ko: "받기로 한 방문 {capacity}번이 모두 찼어요. 더 받으려면 먼저 횟수를 늘려 주세요.",
    en: "All {capacity} visits are taken. Raise the number to take more.",
  },
  "visit.elsewhere": {
    ko: "같은 시간에 다른 가게와 약속이 있어요. 겹치지 않는 시간을 골라 주세요.",
    en: "There is another visit agreed for the same time. Choose one that does not overlap.",
  },
  "visit.not_answerable": {
    ko: "이미 답했거나 취소된 신청이에요. 목록을 새로 열어 주세요.",
    en: "This request was answered or taken back already. Open the list again.",
  },
  "visit.not_offered": {
    ko: "가게가 권한 시간이 아니에요. 권한 시간 가운데 하나를 골라 주세요.",
    en: "The store has not offered this time. Choose one of those it offers.",
  },
  "visit.nothing_offered": {
    ko: "권할 시간을 하나 이상 골라 주세요.",
    en: "Choose at least one time to offer.",
  },
  "visit.not_cancellable": {
    ko: "이미 지났거나 취소된 방문이에요. 목록을 새로 열어 주세요.",
    en: "This visit is over or cancelled. Open the list again.",
  },
  "visit.not_yet_over": {
    ko: "아직 방문 시간이 되지 않았어요. 방문한 뒤에 알려 주세요.",
    en: "The visit’s time has not come yet. Tell us afterwards.",
  },
  "visit.no_outcome_now": {
    ko: "약속이 된 방문만 어떻게 됐는지 적을 수 있어요. 목록을 새로 열어 주세요.",
    en: "Only an agreed visit can have an outcome. Open the list again.",
  },
  "visit.not_disputable": {
    ko: "이의는 상대가 적은 결과에 {days}일 안에 낼 수 있어요. 기한이 지났으면 사무국에 물어봐 주세요.",
    en: "You can object to what the other side said within {days} days. Later, please ask the office.",
  },
  "visit.not_disputed": {
    ko: "결정할 이의가 없는 방문이에요. 목록을 새로 열어 주세요.",
    en: "There is nothing to decide about this visit. Open the list again.",
  },
  "promotion.visit_needed": {
    ko: "다녀온 방문의 글만 낼 수 있어요. 방문을 마친 다음에 내 주세요.",
    en: "Content is handed in for a visit that took place. Do it after the visit.",
  },
  "promotion.channel_needed": {
    ko: "내 채널로 확인된 곳에 올린 글만 낼 수 있어요. 먼저 채널을 확인받아 주세요.",
    en: "Content must be on a channel confirmed as yours. Have the channel confirmed first.",
  },
  "promotion.other_channel": {
    ko: "이 주소는 고르신 내 채널의 글이 아니에요. 내 채널에 올린 글의 주소를 적어 주세요.",
    en: "This address is not on the channel you chose. Give the address of what is on yours.",
  },
  "promotion.address_taken": {
    ko: "이미 낸 글이에요. 방문마다 따로 올린 글의 주소를 적어 주세요.",
    en: "This address was handed in already. Each visit has a post of its own.",
  },
  "promotion.before_visit": {
    ko: "방문한 날보다 먼저 올린 글이에요. 올린 날짜를 다시 확인해 주세요.",
    en: "It was published before the visit. Check the date.",
  },
  "promotion.in_future": {
    ko: "아직 오지 않은 날짜예요. 올린 날짜를 다시 확인해 주세요.",
    en: "This day has not come yet. Check the date.",
  },
  "promotion.not_found": {
    ko: "그 글을 찾지 못했어요. 목록을 새로 열어 주세요.",
    en: "That content was not found. Open the list again.",
  },
  "promotion.settled": {
    ko: "이미 받아들인 글이에요. 고친 것이 있으면 사무국에 알려 주세요.",
    en: "This was accepted already. Tell the office if you have changed it.",
  },
  "promotion.not_waiting": {
    ko: "지금 확인을 기다리는 글이 아니에요. 목록을 새로 열어 주세요.",
    en: "This does not wait for a look now. Open the list again.",
  },
  "promotion.page_gone": {
    ko: "적힌 주소를 열었더니 글이 없다고 해요. 주소와 공개 설정을 확인해 주세요.",
    en: "The address was opened and there is nothing. Check it, and whether what you published is public.",
  },
  "promotion.page_differs": {
    ko: "열어 본 글에서 적어 주신 제목이나 첫 부분을 찾지 못했어요. 글에 있는 그대로 적었는지 확인해 주세요.",
    en: "The title or the beginning as handed in was not found on the page. Check that both are as they stand there.",
  },
  "promotion.not_overrulable": {
    ko: "표시를 다시 볼 글이 아니에요. 그새 다시 냈거나, 다른 것을 고쳐야 해요. 글을 새로 열어 주세요.",
    en: "There is no check of a disclosure to look at again: it was handed in anew, or lacks something else. Open it again.",
  },
  "promotion.views_unreadable": {
    ko: "조회 수를 읽지 못했어요. 1200처럼 숫자로 적고 날짜를 골라 주세요.",
    en: "The number of views could not be read. Give a number such as 1200, and the day.",
  },
  "promotion.views_too_early": {
    ko: "글을 올리기 전 날짜예요. 올린 날이나 그 뒤의 날짜를 골라 주세요.",
    en: "This is before it was published. Choose that day or a later one.",
  },
  "disclosure.missing": {
    ko: "대가를 받았다는 표시가 없어요. 예를 들어 ‘{example}’처럼 적은 다음 다시 내 주세요.",
    en: "Nothing says that you were given something. Write for example “{example}”, then hand it in again.",
  },
  "disclosure.place_title_or_start": {
    ko: "표시는 제목이나 글의 맨 앞에 있어야 해요. 표시를 맨 앞으로 옮겨 주세요.",
    en: "The disclosure must stand in the title or at the very beginning. Move it there.",
  },
  "disclosure.place_start_or_end": {
    ko: "표시는 글의 맨 앞이나 맨 끝에 있어야 해요. 표시를 그곳으로 옮겨 주세요.",
    en: "The disclosure must stand at the beginning or at the end. Move it there.",
  },
  "disclosure.place_photos": {
    ko: "표시는 사진마다 넣거나, 글의 첫 줄 또는 첫 해시태그에 있어야 해요. 셋 중 하나로 고쳐 주세요.",
    en: "The disclosure must be in every picture, in the first line or the first tag. Choose one of these.",
  },
  "disclosure.place_video": {
    ko: "표시는 잘리지 않는 제목에 있거나, 영상의 처음과 끝에 있고 중간에도 되풀이되어야 해요. 빠진 곳에 넣어 주세요.",
    en: "It must stand in a title that is not cut, or in the video at the start, the end and repeatedly. Add what is missing.",
  },
  "disclosure.place_live": {
    ko: "생방송에서는 5분마다 알려야 해요. 다시보기에 표시를 넣고 다시 내 주세요.",
    en: "A live show says it every five minutes. Add it to the recording and hand it in again.",
  },
  "disclosure.unclear_word": {
    ko: "‘{word}’만으로는 대가를 받았는지 알 수 없어요. ‘{example}’처럼 분명하게 적어 주세요.",
    en: "“{word}” alone does not tell that something was given. Say it plainly: “{example}”.",
  },
  "disclosure.conditional": {
    ko: "‘{word}’처럼 받을 수도 있다는 말은 분명하지 않아요. ‘{example}’처럼 받았다고 적어 주세요.",
    en: "“{word}” leaves open whether something was given. Say that it was: “{example}”.",
  },
  "disclosure.other_language": {
    ko: "표시는 글과 같은 말로 적어야 해요. 글이 쓰인 말로 ‘{example}’처럼 적어 주세요.",
    en: "The disclosure must be in the language of the content: “{example}”.",
  },
  "disclosure.hidden": {
    ko: "표시가 ‘더보기’ 뒤나 댓글, 태그 사이에만 있어요. 바로 보이는 곳으로 옮겨 주세요.",
    en: "The disclosure stands only behind “more”, in a comment or among the tags. Move it where it is seen at once.",
  },
  "disclosure.statement_missing": {
    ko: "아무것도 받지 않았다는 확인에 표시해 주세요.",
    en: "Please confirm that you were given nothing.",
  },
  "disclosure.before_rules": {
    ko: "2020년 9월 1일 전에 올린 글이지만, 지금도 보이는 글은 그날부터의 규칙에 맞게 고쳐야 해요.",
    en: "It was published before 1 September 2020; what can still be seen must meet the rules of that day.",
  },
};

import type { intakeCodes } from "#app/domain/issue/intake-codes.ts";
import type { Sentence } from "../sentence.ts";

export const intakeSentences: Record<(typeof intakeCodes)[number], Sentence> = {
  "sheet.unreadable": {
    ko: "상품표 파일을 열지 못했어요. 엑셀에서 열어 다시 저장한 뒤 올려 주세요.",
    en: "We could not open the product sheet. Open it in Excel, save it again and upload that file.",
  },
  "sheet.given_up": {
    ko: "저희 쪽 문제로 상품표를 끝까지 읽지 못했어요. 조금 뒤에 다시 올려 주세요. 이미 받은 상품은 그대로 있어요.",
    en: "Something on our side kept us from reading the sheet to its end. Please upload it again in a while. What was taken in already is kept.",
  },
  "sheet.format_unsupported": {
    ko: "이 형식의 파일은 읽을 수 없어요. 엑셀에서 ‘다른 이름으로 저장’을 골라 .xlsx나 .csv로 저장한 뒤 올려 주세요.",
    en: "We cannot read this kind of file. In Excel choose “Save as”, pick .xlsx or .csv, and upload that file.",
  },
  "sheet.encrypted": {
    ko: "상품표에 비밀번호가 걸려 있어 열지 못했어요. 비밀번호를 풀고 저장한 뒤 다시 올려 주세요.",
    en: "The product sheet is protected by a password. Remove the password, save it and upload it again.",
  },
  "sheet.macros": {
    ko: "매크로가 든 상품표는 안전을 위해 받지 않아요. 매크로 없는 .xlsx로 저장한 뒤 다시 올려 주세요.",
    en: "For safety we do not take sheets with macros. Save it as .xlsx without macros and upload it again.",
  },
  "sheet.too_many_rows": {
    ko: "상품표에 줄이 너무 많아요. 한 번에 {maximum}줄까지 읽을 수 있으니 여러 파일로 나누어 올려 주세요.",
    en: "The product sheet has too many rows. We read up to {maximum} at a time; split it into several files.",
  },
  "sheet.too_large": {
    ko: "상품표 파일이 너무 커요({megabytes}MB까지). 그림이나 필요 없는 시트를 지우고 다시 올려 주세요.",
    en: "The product sheet is too large (at most {megabytes} MB). Remove pictures and sheets you do not need and upload it again.",
  },
  "sheet.empty": {
    ko: "빈 상품표예요. 상품을 적은 파일이 맞는지 보고 다시 골라 주세요.",
    en: "The product sheet is empty. Please check that it is the file with your products and choose it again.",
  },
  "sheet.quote_open": {
    ko: '{row}번째 줄에서 큰따옴표(")가 열린 채 닫히지 않아 그 뒤를 읽지 못했어요. 그 줄의 따옴표를 지우거나 엑셀에서 다시 저장해 올려 주세요.',
    en: 'A quotation mark (") opened in row {row} is never closed, so we could not read on. Remove it there or save the sheet again in Excel.',
  },
  "sheet.no_heading_row": {
    ko: "상품표에서 제목 줄을 찾지 못했어요. 맨 앞 시트의 첫 줄에 상품코드, 상품명, 판매가 같은 제목을 적어 주세요.",
    en: "We found no heading row in the sheet. Put headings such as 상품코드, 상품명 and 판매가 into the first row of the first worksheet.",
  },
  "sheet.headings_lower": {
    ko: "제목이 {row}번째 줄에 있는 것 같아요. 그 위의 줄을 지우고 다시 올려 주세요.",
    en: "The headings seem to stand in row {row}. Delete the rows above them and upload the sheet again.",
  },
  "sheet.headings_again": {
    ko: "이 줄은 상품이 아니라 제목 줄이에요. 줄을 지우거나 상품을 적어 주세요.",
    en: "This row holds headings, not a product. Delete it or write a product into it.",
  },
  "sheet.heading_missing": {
    ko: "상품표에 꼭 필요한 ‘{heading}’ 열이 없어요. 그 열을 넣어 다시 올려 주세요.",
    en: "The column “{heading}” is missing from the sheet. Add it and upload the sheet again.",
  },
  "sheet.heading_repeated": {
    ko: "‘{heading}’ 열과 같은 뜻의 열이 앞에 있어서 앞의 것만 썼어요. 하나를 지우거나 제목을 바꿔 주세요.",
    en: "A column before “{heading}” means the same, so only that one was used. Delete one of them or change its heading.",
  },
  "sheet.column_unused": {
    ko: "‘{heading}’ 열은 쓰지 않았어요. 필요한 열이라면 제목을 빈 상품표와 같게 고쳐 다시 올려 주세요.",
    en: "The column “{heading}” was not used. If it matters, give it a heading of the empty sheet and upload it again.",
  },
  "sheet.column_unnamed": {
    ko: "{column}열에 ‘{example}’ 같은 값이 있는데 제목이 없어서 쓰지 않았어요. 합친 제목 칸은 나누고 열마다 제목을 적어 주세요.",
    en: "Column {column} holds values such as “{example}” but no heading, so it was not used. Split merged heading cells and name every column.",
  },
  "cell.letters_lost": {
    ko: "‘{heading}’ 칸에 깨진 글자가 있어요(적힌 값: ‘{raw}’). 글자를 고치거나 엑셀에서 ‘CSV UTF-8’로 다시 저장해 올려 주세요.",
    en: "Letters of the cell “{heading}” were lost (it says “{raw}”). Correct them, or save the sheet as “CSV UTF-8” in Excel and upload it again.",
  },
  "cell.formula_error": {
    ko: "‘{heading}’ 칸의 수식에 오류가 있어서 비운 것으로 읽었어요(적힌 값: ‘{raw}’). 수식을 고치거나 값을 적어 주세요.",
    en: "The formula of the cell “{heading}” failed (it says “{raw}”), so it was read as empty. Correct it or write the value.",
  },
  "sku.missing": {
    ko: "상품코드가 비어 있어요. 이 상품만의 코드를 적어 주세요. 예: JANG-001",
    en: "The product code is empty. Give this product a code of its own, for example JANG-001.",
  },
  "sku.unreadable": {
    ko: "상품코드를 쓸 수 없어요(적힌 값: ‘{raw}’). 한글, 영문, 숫자와 - _ . 만으로 30자까지 적어 주세요.",
    en: "We cannot use this product code (it says “{raw}”). Use up to 30 letters, digits, - _ and . only.",
  },
  "sku.repeated": {
    ko: "같은 상품코드가 {earlier}번째 줄에 이미 있어서 이 줄은 받지 않았어요(적힌 값: ‘{raw}’). 다른 상품이면 코드를 바꿔 주세요.",
    en: "The code “{raw}” already stands in row {earlier}, so this row was not taken. Change it if the product is another.",
  },
  "name.missing": {
    ko: "상품명이 비어 있어요. 손님이 볼 이름을 적어 주세요.",
    en: "The product name is empty. Write the name your customers will see.",
  },
  "name.unreadable": {
    ko: "상품명을 쓸 수 없어요(적힌 값: ‘{raw}’). 그림 글자 없이 100자까지 적어 주세요.",
    en: "We cannot use this product name (it says “{raw}”). Write up to 100 characters without emoji.",
  },
  "category.missing": {
    ko: "카테고리가 비어 있어요. 가공식품, 주방용품처럼 알맞은 분류를 적어 주세요.",
    en: "The category is empty. Write one that fits, such as 가공식품 or 주방용품.",
  },
  "category.unknown": {
    ko: "그런 카테고리를 찾지 못했어요(적힌 값: ‘{raw}’). 분류 목록에서 골라 적어 주세요. 예: 가공식품",
    en: "We do not know the category “{raw}”. Choose one from the list, for example 가공식품.",
  },
  "price.missing": {
    ko: "판매가가 비어 있어요. 12000처럼 숫자로 적어 주세요.",
    en: "The price is empty. Write it as a number, such as 12000.",
  },
  "price.unreadable": {
    ko: "판매가를 읽지 못했어요(적힌 값: ‘{raw}’). 12,000이나 12,000원처럼 숫자로 적어 주세요.",
    en: "We could not read the price (it says “{raw}”). Write it as a number, such as 12,000.",
  },
  "price.out_of_range": {
    ko: "이 판매가는 받을 수 없어요(적힌 값: ‘{raw}’). 100원부터 1억 원까지, 10원 단위로 적어 주세요.",
    en: "We cannot take the price “{raw}”. It must lie between 100 and 100,000,000 won, in steps of 10 won.",
  },
  "price.option_below_zero": {
    ko: "이 판매가로는(적힌 값: ‘{raw}’) 더 싼 옵션이 0원보다 낮아져요. 판매가를 올려 주세요.",
    en: "With the price “{raw}” the cheapest option would cost less than nothing. Please raise the price.",
  },
  "stock.missing": {
    ko: "재고수량이 비어 있어요. 팔 수 있는 개수를 적어 주세요. 없으면 0이라고 적어 주세요.",
    en: "The stock is empty. Write how many you can sell, or 0 if there are none.",
  },
  "stock.unreadable": {
    ko: "재고수량을 읽지 못했어요(적힌 값: ‘{raw}’). 50처럼 숫자만 적어 주세요.",
    en: "We could not read the stock (it says “{raw}”). Write a whole number, such as 50.",
  },
  "stock.out_of_range": {
    ko: "이 재고수량은 받을 수 없어요(적힌 값: ‘{raw}’). 0부터 99,999까지 적어 주세요.",
    en: "We cannot take the stock “{raw}”. It must lie between 0 and 99,999.",
  },
  "origin.missing": {
    ko: "원산지가 비어 있어요. 국내산, 전라남도, 중국처럼 만든 곳을 적어 주세요.",
    en: "The origin is empty. Write where it comes from, such as 국내산, 전라남도 or 중국.",
  },
  "origin.unknown": {
    ko: "원산지가 어디인지 알 수 없어요(적힌 값: ‘{raw}’). 국내산이나 지역, 나라 이름으로 적어 주세요.",
    en: "We do not recognise the origin (it says “{raw}”). Write 국내산, a region or the name of a country.",
  },
  "maker.missing": {
    ko: "제조자가 비어 있어요. 만든 사람이나 가게 이름을 적어 주세요.",
    en: "The maker is empty. Write the name of the person or shop that makes it.",
  },
  "maker.unreadable": {
    ko: "제조자를 쓸 수 없어요(적힌 값: ‘{raw}’). 100자까지 적어 주세요.",
    en: "We cannot use this maker (it says “{raw}”). Write up to 100 characters.",
  },
  "description.sanitised": {
    ko: "상세설명에서 안전하지 않은 부분(스크립트, 입력 칸 등)을 뺐어요. 남은 설명이 맞는지 한 번 봐 주세요.",
    en: "We removed unsafe parts (scripts, forms and the like) from the description. Please look at what is left.",
  },
  "photo.missing": {
    ko: "사진 칸에 적힌 ‘{raw}’ 파일을 받지 못했어요. 그 사진을 올리거나 파일 이름을 고쳐 주세요.",
    en: "The photo “{raw}” named in the sheet was not among the files. Upload it or correct the file name.",
  },
  "photos.too_many": {
    ko: "사진 칸에 이름이 {actual}개나 있어서 앞의 {maximum}개만 썼어요. 필요한 사진을 앞에 적어 주세요.",
    en: "The photos cell holds {actual} names, so only the first {maximum} were used. Put those you need first.",
  },
  "options.unreadable": {
    ko: "옵션을 읽지 못했어요(적힌 값: ‘{raw}’). ‘색상=빨강,파랑; 크기=S,M’처럼 적어 주세요.",
    en: "We could not read the options (it says “{raw}”). Write them like “색상=빨강,파랑; 크기=S,M”.",
  },
  "option_stock.unreadable": {
    ko: "옵션재고를 읽지 못했어요(적힌 값: ‘{raw}’). ‘빨강/S=5; 빨강/M=3’처럼 옵션 이름 그대로 적어 주세요.",
    en: "We could not read the option stock (it says “{raw}”). Write it like “빨강/S=5; 빨강/M=3” with the same option names.",
  },
  "option_price.unreadable": {
    ko: "옵션추가금을 읽지 못했어요(적힌 값: ‘{raw}’). ‘빨강/M=+1000’처럼 옵션 이름 그대로 적어 주세요.",
    en: "We could not read the option price (it says “{raw}”). Write it like “빨강/M=+1000” with the same option names.",
  },
  "tax.unreadable": {
    ko: "과세구분을 읽지 못했어요(적힌 값: ‘{raw}’). 과세, 면세, 영세 가운데 하나로 적어 주세요.",
    en: "We could not read the tax kind (it says “{raw}”). Write 과세, 면세 or 영세.",
  },
  "shipping_fee.unreadable": {
    ko: "배송비를 읽지 못했어요(적힌 값: ‘{raw}’). 3000처럼 숫자로 적고, 무료 배송이면 0이라고 적어 주세요.",
    en: "We could not read the delivery fee (it says “{raw}”). Write a number such as 3000, or 0 for free delivery.",
  },
  "tags.too_many": {
    ko: "태그가 10개보다 많아서 앞의 10개만 썼어요. 중요한 태그를 앞에 적어 주세요.",
    en: "There are more than 10 tags, so only the first 10 were used. Put the important ones first.",
  },
  "notice.unknown_field": {
    ko: "이 카테고리에는 ‘{label}’ 고시 항목이 없어서 쓰지 않았어요. 항목 이름을 확인해 주세요.",
    en: "This category has no notice field “{label}”, so it was not used. Please check its name.",
  },
  "notice.unreadable": {
    ko: "고시 항목을 읽지 못했어요: {label}(적힌 값: ‘{raw}’). 예/아니오, 2026-11-22 같은 날짜, 02-123-4567 같은 전화번호로 적어 주세요.",
    en: "We could not read the notice field “{label}” (it says “{raw}”). Write 예 or 아니오, a date such as 2026-11-22, or a telephone number such as 02-123-4567.",
  },
  "mall_field.unknown": {
    ko: "‘{heading}’ 열의 쇼핑몰을 알 수 없어서 쓰지 않았어요. mall.coupang.수량처럼 적어 주세요.",
    en: "We do not know the mall of the column “{heading}”, so it was not used. Write it like mall.coupang.수량.",
  },
};

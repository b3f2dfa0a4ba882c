export interface District {
  /** The ministry's five-digit code of the 시군구. */
  code: string;
  nameKo: string;
  nameEn: string;
}

/** Seoul's twenty-five 자치구, in the order of their codes. */
export const districts: readonly District[] = [
  { code: "11110", nameKo: "종로구", nameEn: "Jongno-gu" },
  { code: "11140", nameKo: "중구", nameEn: "Jung-gu" },
  { code: "11170", nameKo: "용산구", nameEn: "Yongsan-gu" },
  { code: "11200", nameKo: "성동구", nameEn: "Seongdong-gu" },
  { code: "11215", nameKo: "광진구", nameEn: "Gwangjin-gu" },
  { code: "11230", nameKo: "동대문구", nameEn: "Dongdaemun-gu" },
  { code: "11260", nameKo: "중랑구", nameEn: "Jungnang-gu" },
  { code: "11290", nameKo: "성북구", nameEn: "Seongbuk-gu" },
  { code: "11305", nameKo: "강북구", nameEn: "Gangbuk-gu" },
  { code: "11320", nameKo: "도봉구", nameEn: "Dobong-gu" },
  { code: "11350", nameKo: "노원구", nameEn: "Nowon-gu" },
  { code: "11380", nameKo: "은평구", nameEn: "Eunpyeong-gu" },
  { code: "11410", nameKo: "서대문구", nameEn: "Seodaemun-gu" },
  { code: "11440", nameKo: "마포구", nameEn: "Mapo-gu" },
  { code: "11470", nameKo: "양천구", nameEn: "Yangcheon-gu" },
  { code: "11500", nameKo: "강서구", nameEn: "Gangseo-gu" },
  { code: "11530", nameKo: "구로구", nameEn: "Guro-gu" },
  { code: "11545", nameKo: "금천구", nameEn: "Geumcheon-gu" },
  { code: "11560", nameKo: "영등포구", nameEn: "Yeongdeungpo-gu" },
  { code: "11590", nameKo: "동작구", nameEn: "Dongjak-gu" },
  { code: "11620", nameKo: "관악구", nameEn: "Gwanak-gu" },
  { code: "11650", nameKo: "서초구", nameEn: "Seocho-gu" },
  { code: "11680", nameKo: "강남구", nameEn: "Gangnam-gu" },
  { code: "11710", nameKo: "송파구", nameEn: "Songpa-gu" },
  { code: "11740", nameKo: "강동구", nameEn: "Gangdong-gu" },
];

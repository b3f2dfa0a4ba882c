import type { Role } from "#app/domain/account/actor.ts";
import { formatPhone } from "#app/domain/account/phone.ts";

export interface DemonstrationLogin {
  role: Role;
  how: "phone" | "email code" | "password";
  /** What to type: a phone number or an e-mail address. */
  login: string;
  password?: string;
  name: string;
}

interface Merchant {
  name: string;
  /** E.164 */
  phone: string;
  /** Slug of the store. */
  store: string;
}

interface Other {
  role: Exclude<Role, "merchant">;
  name: string;
  email: string;
  password?: string;
}

export const merchants: readonly Merchant[] = (
  [
    ["한소망", "mangwon-cooperative"],
    ["백정숙", "baeksong-oil"],
    ["윤필성", "hyehwa-brushes"],
    ["오약선", "gyeongdong-herbs"],
    ["강해동", "jungbu-anchovies"],
    ["문도담", "gangbuk-farmers"],
    ["구철호", "mullae-iron"],
    ["서다정", "haebangchon-knits"],
    ["두영자", "daerim-tofu"],
    ["피승재", "seongsu-leather"],
  ] as const
).map(([name, store], index) => ({ name, store, phone: `+8210202000${String(index + 1).padStart(2, "0")}` }));

export const creators = { nari: "creator@baekseon.example", saegil: "creator2@baekseon.example" } as const;
export const officeEmail = "office@baekseon.example";

/** Known to everybody who reads the terminal or this file: production refuses accounts of the demonstration. */
export const others: readonly Other[] = [
  { role: "curator", name: "정고운", email: "curator1@baekseon.example", password: "alley-goods-first-2026" },
  { role: "curator", name: "임다온", email: "curator2@baekseon.example", password: "alley-goods-second-2026" },
  { role: "creator", name: "나리", email: creators.nari },
  { role: "creator", name: "오새길", email: creators.saegil },
  { role: "office", name: "사무국 조한결", email: officeEmail, password: "hundred-goods-office-2026" },
];

/** Three more curators, in the sample season that is decided by marks. */
export const panel = [
  { role: "curator", name: "차분한", email: "curator3@baekseon.example" },
  { role: "curator", name: "엄정해", email: "curator4@baekseon.example" },
  { role: "curator", name: "편안나", email: "curator5@baekseon.example" },
] as const;

/** Who can log in as what. */
export function demonstrationLogins(): DemonstrationLogin[] {
  return [
    ...merchants.map(({ name, phone }) => ({
      role: "merchant" as const,
      how: "phone" as const,
      login: formatPhone(phone),
      name,
    })),
    ...others.map(({ role, name, email, password }) =>
      password === undefined
        ? { role, how: "email code" as const, login: email, name }
        : { role, how: "password" as const, login: email, password, name },
    ),
  ];
}

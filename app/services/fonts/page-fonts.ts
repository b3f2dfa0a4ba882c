import { createRequire } from "node:module";
import { type Font, openSync } from "fontkit";

/** The type that pictures of ours are set in: every machine has the same four files, and none but them is used. */
export const pageFonts = {
  regular: fileOf("noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf"),
  bold: fileOf("noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf"),
  serif: fileOf("gowun-batang/700Bold/GowunBatang_700Bold.ttf"),
  /** Emoji and marks as outlines, where the others have none. */
  signs: fileOf("noto-emoji/400Regular/NotoEmoji_400Regular.ttf"),
} as const;

/** What is no sign by itself: controls, joiners, variants and tones of emoji. */
const unseen = /[\p{Cc}\p{Cf}\p{Emoji_Modifier}\p{Variation_Selector}]/gu;

let fonts: Font[] | undefined;

/** The text as it is set: composed, without what no font of ours has. */
export function settable(text: string): string {
  return [...text.normalize("NFC").replace(unseen, "")].filter(isSettable).join("");
}

/** Each sign that no font of ours has, once, in the text's order. */
export function unsettable(text: string): string[] {
  const signs = [...text.normalize("NFC").replace(unseen, "")].filter((sign) => !isSettable(sign));
  return [...new Set(signs)];
}

function isSettable(sign: string): boolean {
  if (/\s/.test(sign)) return true;
  fonts ??= [pageFonts.regular, pageFonts.signs].map((file) => openSync(file) as Font);
  const code = sign.codePointAt(0) ?? 0;
  return fonts.some((font) => font.hasGlyphForCodePoint(code));
}

function fileOf(name: string): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/${name}`);
}

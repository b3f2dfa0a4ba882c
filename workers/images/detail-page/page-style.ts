import type { DetailTemplate } from "#app/domain/detail-page/templates.ts";

export type Weight = "regular" | "bold" | "serif";

export interface Letter {
  weight: Weight;
  /** Pixels. */
  size: number;
}

/** A letter and the height of its line, in pixels of a page of 860. */
export interface Type {
  letter: Letter;
  line: number;
}

export const colours = {
  card: "#FFFFFF",
  paper: "#FBF9F4",
  tint: "#F3EFE6",
  line: "#E4DED2",
  ink: "#1C1A17",
  soft: "#5B564E",
  pine: "#0F5C4D",
  /** Of the seal, as seals are. */
  vermilion: "#B23A24",
} as const;

const type = (weight: Weight, size: number, line: number): Type => ({ letter: { weight, size }, line });

/** For a page of 860; narrower ones are scaled. */
export const style = {
  page: 860,
  side: 64,
  store: type("serif", 32, 46),
  about: type("regular", 24, 38),
  badge: type("bold", 23, 46),
  title: type("serif", 56, 78),
  heading: type("serif", 42, 62),
  lead: type("serif", 40, 64),
  paragraph: type("regular", 30, 54),
  caption: type("regular", 24, 38),
  basicsLabel: type("bold", 24, 40),
  basicsValue: type("regular", 28, 40),
  label: type("bold", 23, 36),
  value: type("regular", 23, 36),
  seal: 152,
  smallSeal: 96,
  labelShare: 0.36,
  cell: 20,
} as const;

/** What makes the three templates look different. */
export interface Look {
  align: "left" | "centre";
  /** Behind the title and the story that follows it. */
  titleOn: string;
  /** Photos as wide as the page, or as its words. */
  photos: "page" | "words";
}

export const looks: Record<DetailTemplate, Look> = {
  story: { align: "centre", titleOn: colours.paper, photos: "page" },
  photos: { align: "centre", titleOn: colours.card, photos: "page" },
  plain: { align: "left", titleOn: colours.card, photos: "words" },
};

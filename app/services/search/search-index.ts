/** What can be looked for by words, in one season. */
export interface SearchIndex {
  /** Ids of the submissions whose product, store or code the words mean; at most `most`. Nothing is found by words without letters. */
  findSubmissions(seasonId: string, words: string, most: number): Promise<string[]>;
}

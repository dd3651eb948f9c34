/** The most systems that a sentence names. It gives only the number of more: a longer list is not read. */
const NAMED = 3;

/** The words that a language has for systems. */
interface SystemWords {
  many(count: number): string;
  readonly unknown: string;
  readonly between: string;
}

/** The systems that a sentence is about, by their asset IDs. */
export const systemNamesIn =
  ({ many, unknown, between }: SystemWords) =>
  (assetIds: readonly (string | null)[]): string =>
    assetIds.length > NAMED ? many(assetIds.length) : assetIds.map((id) => id ?? unknown).join(between);

/** More are counted: nobody reads on. */
const NAMED = 3;

/** The systems that a sentence is about, by their asset IDs. */
export const systemNames = (assetIds: readonly (string | null)[]): string =>
  assetIds.length > NAMED
    ? `${assetIds.length} システム`
    : assetIds.map((id) => id ?? "アセット ID 不明のシステム").join("、");

/** More are counted: nobody reads on. */
const NAMED = 3;

/** The systems that a sentence is about, by their asset IDs. */
export const systemNames = (assetIds: readonly (string | null)[]): string =>
  assetIds.length > NAMED
    ? `${assetIds.length} systems`
    : assetIds.map((id) => id ?? "a system without asset ID").join(", ");

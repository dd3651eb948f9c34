import { type KnownKey, keyWarnings, type ReceivedKey } from "../../core/answer/key-warnings.ts";
import type { NoticeCode } from "../../core/step-results.ts";

/** Compares with the newest 2,000 keys only. */
const MOST = 2_000;

/** Returns the warnings about a key that was just received. Later keys are compared with it, too. */
export type CompareKey = (key: ReceivedKey) => readonly NoticeCode[];

/** `known`: keys from this computer's journal and the stick, oldest first. `assetIds`: of all requests on the stick. */
export function createKeyComparison(known: readonly KnownKey[], assetIds: readonly string[]): CompareKey {
  const all = known.slice(-MOST);
  return (key) => {
    const warnings = keyWarnings(key, all, assetIds);
    const { assetId, name, sha256 } = key;
    all.push({ assetId, name, sha256 });
    return warnings;
  };
}

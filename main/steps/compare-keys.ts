import { type KnownKey, keyWarnings, type ReceivedKey } from "../../core/answer/key-warnings.ts";
import type { NoticeCode } from "../../core/step-results.ts";

/** Of a long record the newest keys are compared with: more systems are in nobody's care. */
const MOST = 2_000;

/** What speaks against a key that has just come, which is known itself from then on. */
export type CompareKey = (key: ReceivedKey) => readonly NoticeCode[];

/** `known`: from this computer's record and the stick, oldest first. `assetIds`: of all requests on the stick. */
export function createKeyComparison(known: readonly KnownKey[], assetIds: readonly string[]): CompareKey {
  const all = known.slice(-MOST);
  return (key) => {
    const warnings = keyWarnings(key, all, assetIds);
    const { assetId, name, sha256 } = key;
    all.push({ assetId, name, sha256 });
    return warnings;
  };
}

import { makePracticeKey, practiceKeyName } from "../../main/practice/practice-key.ts";

// What is carried on the sticks of these tests: known here and in the machine alike.

const LICENCE = { assetId: "ze-207", number: 12_345, activation: 1 };

/** What Computer B's console shows. */
export const ACTIVATION_URL = `https://alas.stratus.com/alas/activate?siteid=${LICENCE.assetId}&sig=a%2Bb%3D`;

/** What ALAS answers. */
export const KEY = { name: practiceKeyName(LICENCE), bytes: makePracticeKey(LICENCE) };

/** What somebody else keeps on the stick. */
export const FOREIGN = { "orders/march.txt": "two pumps", "写真.jpg": "x".repeat(300_000) };

// @ts-check

// The reports of the programs in test/reliability/ about each stick and each kill.

/** @typedef {"crash" | "hang" | "escape" | "false answer" | "good request lost"} Violation */

/** @typedef {{ what: Violation, detail: string }} Finding */

/**
 * @typedef {object} StickOutcome
 * @property {number} index with the seed, it is enough to repeat the stick
 * @property {readonly string[]} mutations
 * @property {readonly Finding[]} findings each of them a violation
 * @property {readonly string[]} states of the requests read
 * @property {number} slowest ms
 * @property {number} delivered keys
 * @property {number} fetched keys
 * @property {number} calls of the file system that were watched
 */

/**
 * The `nth` of a process's system calls of this name, counted from 1.
 * @typedef {{ name: string, nth: number }} Call
 */

/**
 * @typedef {object} KillOutcome
 * @property {"request" | "key" | "refusal" | "delivery"} step named by its result
 * @property {Call} call where it was killed
 * @property {string} state that was left
 * @property {readonly string[]} violations
 */

export {};

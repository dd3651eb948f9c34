// @ts-check

/** @typedef {import("./outcomes.mjs").StickOutcome} StickOutcome */
/** @typedef {import("./outcomes.mjs").KillOutcome} KillOutcome */

/**
 * One line of the table: a count, and its required value.
 * @typedef {object} Figure
 * @property {string} what
 * @property {number | string} count
 * @property {number | string} reference
 * @property {boolean} ok
 */

/** @type {readonly (readonly [import("./outcomes.mjs").Violation, string])[]} */
const VIOLATIONS = [
  ["crash", "crashes"],
  ["hang", "hangs over 2 s"],
  ["escape", "reads or writes outside of the stick"],
  ["false answer", "keys falsely called whole, or delivered otherwise than they are"],
  ["good request lost", "good requests lost beside a harmed one"],
];

/**
 * @param {readonly StickOutcome[]} outcomes
 * @param {number} wanted
 * @returns {Figure[]}
 */
export function stickFigures(outcomes, wanted) {
  const total = (/** @type {(one: StickOutcome) => number} */ of) => outcomes.reduce((sum, one) => sum + of(one), 0);
  const violations = VIOLATIONS.map(([what, words]) => {
    return none(
      words,
      total(({ findings }) => findings.filter((one) => one.what === what).length),
    );
  });
  return [
    atLeast("mutated sticks examined", outcomes.length, wanted),
    ...violations,
    told(
      "keys delivered from them",
      total(({ delivered }) => delivered),
    ),
    told(
      "keys fetched to them",
      total(({ fetched }) => fetched),
    ),
    told(
      "file system calls that were watched",
      total(({ calls }) => calls),
    ),
    told("slowest answer, ms", Math.round(Math.max(0, ...outcomes.map(({ slowest }) => slowest)))),
  ];
}

/**
 * @param {{ outcomes: readonly StickOutcome[], opened: number, outside: readonly string[] }} trace
 * @returns {Figure[]}
 */
export function traceFigures({ outcomes, opened, outside }) {
  return [
    atLeast(`files opened, by strace's word, on ${outcomes.length} of them`, opened, 1),
    none("files opened outside, by strace's word", outside.length),
  ];
}

/**
 * @param {{ outcomes: readonly KillOutcome[], failure: string | null }} kills
 * @returns {Figure[]}
 */
export function killFigures({ outcomes, failure }) {
  if (failure !== null)
    return [{ what: `killed at a system call: ${failure}`, count: "-", reference: "> 0", ok: false }];
  const steps = [...new Set(outcomes.map(({ step }) => step))];
  return [
    ...steps.map((step) =>
      atLeast(`${step}: killed at a system call`, outcomes.filter((one) => one.step === step).length, 20),
    ),
    none("violations after a kill", outcomes.filter(({ violations }) => violations.length > 0).length),
  ];
}

/**
 * Counts how often each state was found.
 * @param {readonly string[]} states
 */
export function countStates(states) {
  return [...new Set(states)].sort().map((state) => `${state} ${states.filter((one) => one === state).length}`);
}

/**
 * @param {readonly Figure[]} figures
 * @returns {string}
 */
export function asTable(figures) {
  const rows = figures.map(({ what, count, reference, ok }) => [
    what,
    number(count),
    number(reference),
    ok ? "ok" : "FAILED",
  ]);
  const table = [["what", "count", "reference", "result"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const pad = (/** @type {readonly string[]} */ [what = "", count = "", reference = "", result = ""]) =>
    `${what.padEnd(widths[0] ?? 0)}  ${count.padStart(widths[1] ?? 0)}  ${reference.padStart(widths[2] ?? 0)}  ${result}`;
  return table.map(pad).join("\n");
}

/** @param {number | string} value */
function number(value) {
  return typeof value === "number" ? value.toLocaleString("en") : value;
}

/** @param {string} what @param {number} count @returns {Figure} */
function none(what, count) {
  return { what, count, reference: 0, ok: count === 0 };
}

/** @param {string} what @param {number} count @param {number} wanted @returns {Figure} */
function atLeast(what, count, wanted) {
  return { what, count, reference: wanted > 1 ? wanted : "> 0", ok: count >= wanted };
}

/** @param {string} what @param {number} count @returns {Figure} */
function told(what, count) {
  return { what, count, reference: "-", ok: true };
}

/** A request's folder, by its name. */
export const REQUEST_FOLDER = "ze-207-3F9A2C7K1M";

/** The record that is written there, longer than one cluster. */
export const RECORD = `${JSON.stringify({ note: "r".repeat(3_000) })}\n`;

/** The files that a pulled write left on the stick. */
export const LEFTOVERS = ["KEYFERRY/NEXT-STEP.txt.part", `KEYFERRY/${REQUEST_FOLDER}/answer.json.part`] as const;

/** One of the three steps of a trip. */
export type Step = "request" | "fetch" | "deliver";

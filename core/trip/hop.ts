/** One of the three steps of a trip. */
export type Hop = "request" | "fetch" | "deliver";

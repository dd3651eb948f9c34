/** The systems that Keyferry runs on. Any other counts as Linux. */
export type Platform = "linux" | "darwin" | "win32";

/** Converts Node's `process.platform`. */
export const platformOf = (name: string): Platform => (name === "darwin" || name === "win32" ? name : "linux");

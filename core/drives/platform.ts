/** The systems that Keyferry runs on. What another one is called is treated as Linux. */
export type Platform = "linux" | "darwin" | "win32";

/** Node's name of a system as one of ours. */
export const platformOf = (name: string): Platform => (name === "darwin" || name === "win32" ? name : "linux");

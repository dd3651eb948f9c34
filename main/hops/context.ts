/** What a hop needs from the world besides the stick. Passed in, so that a hop can be tested without it. */
export interface HopContext {
  /** This computer's clock. Its times are written for people; nothing is decided by them. */
  now(): Date;
  /** `length` random bytes from the system's generator. */
  random(length: number): Uint8Array;
  /** Who writes: left out of a minimal request. */
  readonly from: { readonly computer?: string; readonly operator?: string; readonly app: string };
}

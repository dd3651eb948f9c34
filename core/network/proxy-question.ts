import * as v from "valibot";

/** Names one question, so that an answer which comes too late is given to no other. */
export const SignInIdSchema = v.pipe(v.string(), v.regex(/^s-[0-9a-f]{16}$/), v.brand("SignInId"));
export type SignInId = v.InferOutput<typeof SignInIdSchema>;

/** What a person types for a proxy. Bounded in characters; kept in memory only. */
export const ProxyCredentialsSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  password: v.pipe(v.string(), v.maxLength(256)),
});
export type ProxyCredentials = v.InferOutput<typeof ProxyCredentialsSchema>;

/** A proxy that asks who is there (HTTP 407). `realm` is its own text: not to be trusted. */
export interface ProxyChallenge {
  readonly host: string;
  readonly port: number;
  readonly realm: string;
  /** RFC 7617: with "basic" the password can be read on its way to the proxy. */
  readonly scheme: "basic" | "other";
}

/** The same, put to a person. `triesLeft` counts this one. */
export interface ProxyQuestion extends ProxyChallenge {
  readonly id: SignInId;
  /** What was typed before was not accepted. */
  readonly again: boolean;
  readonly triesLeft: number;
}

import * as v from "valibot";

/** The id of one sign-in request, so that a late answer is not used for another. */
export const SignInIdSchema = v.pipe(v.string(), v.regex(/^s-[0-9a-f]{16}$/), v.brand("SignInId"));
export type SignInId = v.InferOutput<typeof SignInIdSchema>;

/** The typed credentials for a proxy. Bounded in characters; kept in memory only. */
export const ProxyCredentialsSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  password: v.pipe(v.string(), v.maxLength(256)),
});
export type ProxyCredentials = v.InferOutput<typeof ProxyCredentialsSchema>;

/** A proxy's authentication challenge (HTTP 407). `realm` is the proxy's text: untrusted. */
export interface ProxyChallenge {
  readonly host: string;
  readonly port: number;
  readonly realm: string;
  /** RFC 7617: "basic" sends the password readable to the proxy. */
  readonly scheme: "basic" | "other";
}

/** The challenge as shown to the technician. `triesLeft` includes this try. */
export interface ProxyQuestion extends ProxyChallenge {
  readonly id: SignInId;
  /** The credentials typed before were not accepted. */
  readonly again: boolean;
  readonly triesLeft: number;
}

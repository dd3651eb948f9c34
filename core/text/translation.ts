/**
 * What a translation of the English texts must be: the same texts with the same parameters, each in words of its own. A
 * text that it lacks, or that English does not have, does not compile.
 */
export type Translation<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => infer R
    ? (...parameters: P) => Translation<R>
    : T extends readonly (infer E)[]
      ? readonly Translation<E>[]
      : { readonly [K in keyof T]: Translation<T[K]> };

/** One text for each of these codes: a code without one does not compile. */
export type TextFor<Code extends string> = Readonly<Record<Code, string>>;

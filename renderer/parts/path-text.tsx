import { Fragment } from "react";
import { shown } from "../../core/text/untrusted.ts";

/** A path that breaks after its separators, where the eye expects it. */
export function PathText({ path }: { readonly path: string }) {
  const parts = shown(path).split(/(?<=[/\\])/);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same part may stand twice in a path, and none ever moves
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}

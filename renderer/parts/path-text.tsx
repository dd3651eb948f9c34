import { Fragment } from "react";
import { shown } from "../../core/text/untrusted.ts";

/** A path whose lines may break after each separator. */
export function PathText({ path }: { readonly path: string }) {
  const parts = shown(path).split(/(?<=[/\\])/);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part may occur twice in a path, and the order never changes
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}

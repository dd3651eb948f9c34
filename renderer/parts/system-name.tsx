import { unusualHost } from "../../core/link/url-host.ts";
import { useAppContext } from "../app-context.tsx";
import { Unbroken } from "./unbroken.tsx";

interface SystemNameProps {
  readonly assetId: string | null;
  /** The file or folder that stands for it, where that says more than that its asset ID is not known. */
  readonly file?: string | null;
  /** The URL's server: named where it is not the vendor's own. */
  readonly host?: string | null;
}

/** A system in a list: by its asset ID. */
export function SystemName({ assetId, file = null, host = null }: SystemNameProps) {
  const { stick } = useAppContext().screens;
  const name = assetId ?? file;
  const unusual = unusualHost(host);
  return (
    <span className={name === null ? "name untold" : "name"}>
      {name === null ? stick.unknownAssetId : <Unbroken>{name}</Unbroken>}
      {unusual === null ? null : <span className="host">{stick.server(unusual)}</span>}
    </span>
  );
}

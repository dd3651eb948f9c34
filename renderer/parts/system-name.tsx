import { unusualHost } from "../../core/link/url-host.ts";
import { useAppContext } from "../app-context.tsx";
import { Unbroken } from "./unbroken.tsx";

interface SystemNameProps {
  readonly assetId: string | null;
  /** The file or folder to show if the asset ID is unknown. */
  readonly file?: string | null;
  /** The URL's server. Shown if it is not the vendor's. */
  readonly host?: string | null;
}

/** A system in a list, named by its asset ID. */
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

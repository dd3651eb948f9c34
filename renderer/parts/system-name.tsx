import { useSurroundings } from "../surroundings.tsx";
import { Unbroken } from "./unbroken.tsx";

interface SystemNameProps {
  readonly assetId: string | null;
  /** The file or folder that stands for it, where that says more than that its asset ID is not known. */
  readonly file?: string | null;
}

/** A system in a list: by its asset ID. */
export function SystemName({ assetId, file = null }: SystemNameProps) {
  const { stick } = useSurroundings().screens;
  const name = assetId ?? file;
  if (name === null) return <span className="name untold">{stick.unknownAssetId}</span>;
  return (
    <span className="name">
      <Unbroken>{name}</Unbroken>
    </span>
  );
}

import { shown } from "../../core/text/untrusted.ts";
/** An asset ID, large and in letters that do not look alike, to be compared with the console's masthead. */
export function AssetIdPlate({ assetId, question }: { readonly assetId: string; readonly question: string }) {
  return (
    <div className="plate">
      <p className="asset-id" translate="no">
        {shown(assetId)}
      </p>
      <p className="question">{question}</p>
    </div>
  );
}

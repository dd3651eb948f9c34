/** An asset ID, large and in letters that do not look alike, to be compared with the console's masthead. */
export function AssetIdPlate({ assetId, question }: { readonly assetId: string; readonly question: string }) {
  return (
    <div className="plate">
      <p className="asset-id" translate="no">
        {assetId}
      </p>
      <p className="question">{question}</p>
    </div>
  );
}

import type { ReactNode } from "react";
import { shown } from "../../core/text/untrusted.ts";
import { ConsoleDrawing } from "./console-drawing.tsx";
import { ConsoleLanguageSwitch } from "./console-guide.tsx";

/** An asset ID in large letters that are easy to tell apart. */
export const AssetId = ({ assetId }: { readonly assetId: string }) => (
  <p className="asset-id" translate="no">
    {shown(assetId)}
  </p>
);

/** An asset ID with the question whether the console's masthead shows the same one. */
export const AssetIdQuestion = ({ assetId, question }: { readonly assetId: string; readonly question: string }) => (
  <div className="plate">
    <AssetId assetId={assetId} />
    <p className="question">{question}</p>
  </div>
);

/** Shows the children beside a drawing of the console's masthead. */
export const CompareWithMasthead = ({ children }: { readonly children: ReactNode }) => (
  <div className="compare">
    {children}
    <div>
      <ConsoleDrawing spot="masthead" />
      <ConsoleLanguageSwitch />
    </div>
  </div>
);

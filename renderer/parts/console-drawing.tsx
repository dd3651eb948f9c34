import { type ConsoleLabels, consoleLabels } from "../../core/text/console-labels.ts";
import { shown } from "../../core/text/untrusted.ts";
import { useAppContext } from "../app-context.tsx";

/** The place that the drawing marks. */
export type ConsoleSpot = "masthead" | "preferences" | "bar" | "link" | "browse" | "upload" | "status";

/** A place below the masthead. */
export type PageSpot = Exclude<ConsoleSpot, "masthead">;

/** Draws no asset ID: the technician must compare ours with the console's, not with this drawing. */
interface MastheadProps {
  readonly spot: "masthead";
  readonly assetId?: never;
  readonly numbered?: never;
}

interface PageProps {
  readonly spot: PageSpot;
  readonly assetId?: string | null;
  /** Whether the places carry the numbers of the four steps to the link. */
  readonly numbered?: boolean;
}

/** Draws the console's page and marks the place to click. Hidden from screen readers: the text beside it says the same. */
export function ConsoleDrawing({ spot, assetId = null, numbered = false }: MastheadProps | PageProps) {
  const { consoleLanguage } = useAppContext();
  const labels = consoleLabels[consoleLanguage];
  // For the masthead, the page below it is cut off.
  const height = spot === "masthead" ? 92 : 226;
  return (
    <svg className="console" viewBox={`0 0 400 ${height}`} lang={consoleLanguage} aria-hidden="true" focusable="false">
      <rect className="page" x="1" y="1" width="398" height="224" rx="6" />
      <path className="rule" d="M1 36h398M110 36v190" />
      <Masthead labels={labels} assetId={assetId} marked={spot === "masthead"} />
      <Navigation labels={labels} marked={spot === "preferences"} indent={numbered ? 16 : 0} />
      <PageTop labels={labels} spot={spot} indent={numbered ? 26 : 0} />
      {spot === "status" ? <StatusPage labels={labels} /> : <LicensePage labels={labels} spot={spot} />}
      {numbered ? <Numbers labels={labels} /> : null}
    </svg>
  );
}

interface PartProps {
  readonly labels: ConsoleLabels;
}

function Masthead({
  labels,
  assetId,
  marked,
}: PartProps & { readonly assetId: string | null; readonly marked: boolean }) {
  const text = `${labels.assetId}: ${shown(assetId ?? "…")}`;
  const width = textWidth(text, 12) + 24;
  return (
    <>
      <text className="quiet" x="14" y="23">
        {labels.console}
      </text>
      <text className={marked ? "strong" : ""} x={390 - width / 2} y="23" textAnchor="middle">
        {text}
      </text>
      {marked ? <rect className="spot" x={390 - width} y="6" width={width} height="25" rx="4" /> : null}
    </>
  );
}

/** `indent` is the space for a number before the label. */
interface IndentProps extends PartProps {
  readonly indent: number;
}

function Navigation({ labels, marked, indent }: IndentProps & { readonly marked: boolean }) {
  return (
    <>
      <path className="stub" d="M16 58h54M16 80h70M16 124h46M16 146h64" />
      <text className="strong" x={14 + indent} y="106">
        {labels.preferences}
      </text>
      {marked ? <rect className="spot" x="6" y="90" width="96" height="24" rx="4" /> : null}
    </>
  );
}

function PageTop({ labels, spot, indent }: IndentProps & { readonly spot: ConsoleSpot }) {
  return (
    <>
      <text className="strong" x={122 + indent} y="60">
        {labels.productLicense}
      </text>
      <rect className="bar" x="122" y="72" width="266" height="26" rx="3" />
      <path className="rule" d="m131 82 4 5 4-5" />
      <text className="fine" x="143" y="89">
        {labels.checkAndActivation}
      </text>
      {spot === "bar" ? <rect className="spot" x="117" y="67" width="276" height="36" rx="6" /> : null}
      {spot === "preferences" ? (
        <rect className="spot" x="115" y="43" width={textWidth(labels.productLicense, 12) + 20} height="24" rx="4" />
      ) : null}
    </>
  );
}

function LicensePage({ labels, spot }: PartProps & { readonly spot: ConsoleSpot }) {
  const link = textWidth(labels.link, 11.5);
  const browse = textWidth(labels.browse, 11.5) + 20;
  const upload = textWidth(labels.upload, 11.5) + 20;
  return (
    <>
      <text className="quiet" x="132" y="121">
        {labels.step1.split(":")[0]}
      </text>
      <text className="link" x="132" y="142">
        {labels.link}
      </text>
      <path className="rule" d="M122 160h266" />
      <text className="quiet" x="132" y="174">
        {labels.step2.split(":")[0]}
      </text>
      <DrawnButton x={132} y={188} width={browse} label={labels.browse} />
      <DrawnButton x={144 + browse} y={188} width={upload} label={labels.upload} />
      {spot === "link" ? <rect className="spot" x="124" y="127" width={link + 18} height="25" rx="4" /> : null}
      {spot === "browse" ? <rect className="spot" x="126" y="182" width={browse + 12} height="36" rx="6" /> : null}
      {spot === "upload" ? (
        <rect className="spot" x={138 + browse} y="182" width={upload + 12} height="36" rx="6" />
      ) : null}
    </>
  );
}

/** The space for the status line; longer text is compressed to it. */
const STATUS_ROOM = 248;

function StatusPage({ labels }: PartProps) {
  const line = `${labels.status}: ${labels.activated}`;
  const width = textWidth(line, 12);
  const check = textWidth(labels.checkNow, 11.5) + 20;
  return (
    <>
      <DrawnButton x={132} y={110} width={check} label={labels.checkNow} />
      <rect className="spot" x="126" y="104" width={check + 12} height="36" rx="6" />
      <text
        className="strong"
        x="132"
        y="166"
        {...(width > STATUS_ROOM ? { textLength: STATUS_ROOM } : {})}
        lengthAdjust="spacingAndGlyphs"
      >
        {line}
      </text>
      <path className="stub" d="M136 188h150M136 208h110" />
      <rect className="spot" x="122" y="149" width={Math.min(width, STATUS_ROOM) + 20} height="27" rx="4" />
    </>
  );
}

interface DrawnButtonProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly label: string;
}

function DrawnButton({ x, y, width, label }: DrawnButtonProps) {
  return (
    <>
      <rect className="button" x={x} y={y} width={width} height="24" rx="3" />
      <text x={x + width / 2} y={y + 16} textAnchor="middle">
        {label}
      </text>
    </>
  );
}

/** The numbers of the four steps to the link, as in the list beside the drawing. */
function Numbers({ labels }: PartProps) {
  const places = [
    { x: 17, y: 102 },
    { x: 132, y: 56 },
    { x: 375, y: 85 },
    { x: Math.min(132 + textWidth(labels.link, 11.5) + 26, 374), y: 139.5 },
  ];
  return places.map(({ x, y }, index) => (
    <g key={y} className="number">
      <circle cx={x} cy={y} r="9" />
      <text x={x} y={y + 4} textAnchor="middle">
        {index + 1}
      </text>
    </g>
  ));
}

/** Estimates a text's width in units of `size`: a Japanese character is as wide as it is high, others about 0.57 of that. */
function textWidth(text: string, size: number): number {
  const ems = [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.57), 0);
  return Math.ceil(ems * size);
}

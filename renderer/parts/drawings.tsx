// Drawings, because people look before they read. Hidden from screen readers: the text beside them says the same.

/** A computer with its letter on the screen. */
export function ComputerDrawing({ letter }: { readonly letter: string }) {
  return (
    <svg className="drawing" viewBox="0 0 64 48" aria-hidden="true" focusable="false">
      <rect className="body" x="10" y="4" width="44" height="30" rx="3" />
      <path d="M27 34v6M37 34v6M20 42h24" />
      <text x="32" y="25.5" textAnchor="middle">
        {letter}
      </text>
    </svg>
  );
}

/** A stick. `tight` removes the space around it, for use beside text. */
export function StickDrawing({ tight = false }: { readonly tight?: boolean }) {
  return (
    <svg
      className={tight ? "drawing tight" : "drawing"}
      viewBox={tight ? "7 15 49 20" : "0 0 64 48"}
      aria-hidden="true"
      focusable="false"
    >
      <rect className="body" x="8" y="16" width="34" height="18" rx="3" />
      <path d="M42 19h13v12H42M47 23h3M47 27h3" />
      <circle cx="14.5" cy="25" r="2" />
    </svg>
  );
}

export function CheckMark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="m5 12.5 5 5L19.5 7" />
    </svg>
  );
}

/** A triangle, so that a problem or warning does not depend on colour alone. */
export function WarningMark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 3.5 22 20.5H2ZM12 10v5M12 17.2v.8" />
    </svg>
  );
}

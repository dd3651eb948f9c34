/** Faults of a site policy's file. */
export type PolicyFault =
  | { readonly type: "unreadable"; readonly detail: string } // the system's error code, as "EACCES"
  | { readonly type: "no-file" } // a folder, a device or a pipe
  | { readonly type: "too-large"; readonly limit: number } // bytes
  | { readonly type: "writable-by-all" } // another user could have written it
  | { readonly type: "not-json" }
  | { readonly type: "duplicate-key"; readonly key: string } // JSON.parse silently keeps the last one
  | { readonly type: "not-a-policy" }
  | { readonly type: "newer"; readonly version: number }
  | { readonly type: "unknown-key"; readonly key: string }
  | { readonly type: "wrong-value"; readonly key: string }
  | { readonly type: "wrong-host"; readonly host: string };

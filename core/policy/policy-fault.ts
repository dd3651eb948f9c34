/** What is wrong with a site policy's file. */
export type PolicyFault =
  | { readonly is: "unreadable"; readonly detail: string } // the system's word for it, as "EACCES"
  | { readonly is: "no-file" } // a folder, a device or a pipe
  | { readonly is: "too-large"; readonly limit: number } // bytes
  | { readonly is: "writable-by-all" } // another user could have written it
  | { readonly is: "not-json" }
  | { readonly is: "duplicate-key"; readonly key: string } // JSON.parse keeps the last one without a word
  | { readonly is: "not-a-policy" }
  | { readonly is: "newer"; readonly version: number }
  | { readonly is: "unknown-key"; readonly key: string }
  | { readonly is: "wrong-value"; readonly key: string }
  | { readonly is: "wrong-host"; readonly host: string };

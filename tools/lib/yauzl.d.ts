// yauzl 3 brings no types; this is what unzip.mjs uses of it.
declare module "yauzl" {
  interface Entry {
    readonly fileName: string;
    readonly externalFileAttributes: number;
  }
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<import("node:stream").Readable>;
  }
  export function openPromise(path: string): Promise<ZipFile>;
}

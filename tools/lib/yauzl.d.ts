// yauzl 3 has no types. These are the ones that unzip.mjs uses.
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

import { readdir, readlink } from "node:fs/promises";

/** Which of the machine's processes have a file or a folder of the stick open, or stand in one: as `/proc/7/fd/21`. */
export async function whoHolds(folder: string): Promise<readonly string[]> {
  const pids = (await names("/proc")).filter((name) => /^\d+$/.test(name));
  const links = await Promise.all(
    pids.map(async (pid) => [
      `/proc/${pid}/cwd`,
      ...(await names(`/proc/${pid}/fd`)).map((fd) => `/proc/${pid}/fd/${fd}`),
    ]),
  );
  const held = await Promise.all(links.flat().map(async (link) => ((await leadsInto(link, folder)) ? [link] : [])));
  return held.flat();
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function leadsInto(link: string, folder: string): Promise<boolean> {
  const target = await readlink(link).catch(() => ""); // closed meanwhile
  return target === folder || target.startsWith(`${folder}/`);
}

import { readdir, readFile, readlink } from "node:fs/promises";

const SHOWN = 3;

/**
 * Returns the names of up to three programs that have a file open below a path or their working directory there, as far as
 * this user may see them. Linux: the kernel's tables (proc(5)). Does not touch the stick.
 */
export async function programsUsing(path: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const pid of await names("/proc")) {
    if (!/^\d+$/.test(pid) || !(await holds(`/proc/${pid}`, path))) continue;
    found.add(await nameOf(`/proc/${pid}`));
    if (found.size === SHOWN) break;
  }
  return [...found];
}

async function holds(process: string, path: string): Promise<boolean> {
  const open = (await names(`${process}/fd`)).map((fd) => `${process}/fd/${fd}`);
  for (const link of [`${process}/cwd`, `${process}/root`, `${process}/exe`, ...open]) {
    const target = await readlink(link).catch(() => ""); // another user's process, or ended
    if (target === path || target.startsWith(`${path}/`)) return true;
  }
  return false;
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const nameOf = async (process: string): Promise<string> =>
  (await readFile(`${process}/comm`, "utf8").catch(() => "?")).trim();

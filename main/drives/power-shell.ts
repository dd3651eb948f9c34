import { join } from "node:path";
import type { RunTool, ToolResult } from "./run.ts";

const LETTER = /^([A-Za-z]):\\?$/;

/** Returns the letter of a Windows drive, such as "E"; null when a volume is mounted at a folder. */
export const letterOf = (path: string): string | null => LETTER.exec(path)?.[1]?.toUpperCase() ?? null;

// Without this, output is in the country's code page. No byte order mark. Where a policy forbids it, output stays as it is.
export const IN_UTF8 = "try { [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false) } catch { }\n";

/**
 * Runs a fixed script for one drive. The script reads the letter from `$env:KEYFERRY_DRIVE`, so that no script is ever
 * assembled from input. PowerShell's absolute path keeps a program in the working directory from being run instead.
 */
export function runPowerShell(run: RunTool, script: string, letter: string, timeoutMs: number): Promise<ToolResult> {
  const root = process.env.SystemRoot ?? "C:\\Windows";
  const file = join(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe");
  const args = ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", IN_UTF8 + script];
  return run(file, args, { timeoutMs, env: { KEYFERRY_DRIVE: letter } });
}

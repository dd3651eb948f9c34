import { join } from "node:path";
import type { RunTool, ToolResult } from "./run.ts";

const LETTER = /^([A-Za-z]):\\?$/;

/** The letter of a Windows drive, such as "E"; null for a folder that a volume is mounted at. */
export const letterOf = (path: string): string | null => LETTER.exec(path)?.[1]?.toUpperCase() ?? null;

// Else its words come in the code page of the country. Without a byte order mark; where a policy forbids it, as they are.
export const IN_UTF8 = "try { [Console]::OutputEncoding = [Text.UTF8Encoding]::new($false) } catch { }\n";

/**
 * Runs a fixed script about one drive. The letter goes in by the environment, as `$env:KEYFERRY_DRIVE`: no script is ever
 * put together. By its whole path, so that nothing that lies in a working directory is taken for it.
 */
export function runPowerShell(run: RunTool, script: string, letter: string, timeoutMs: number): Promise<ToolResult> {
  const root = process.env.SystemRoot ?? "C:\\Windows";
  const file = join(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe");
  const args = ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command", IN_UTF8 + script];
  return run(file, args, { timeoutMs, env: { KEYFERRY_DRIVE: letter } });
}

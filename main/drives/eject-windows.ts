import type { Outcome } from "../../core/problem.ts";
import { err, ok } from "../../core/result.ts";
import type { HostSystem } from "./host-system.ts";
import { letterOf, runPowerShell } from "./power-shell.ts";
import { errorTextOf } from "./run.ts";

/**
 * Invokes the shell's verb "Eject", as the file manager does. It needs no rights, and its name is the same in every language.
 * It returns at once and works in the background, so the script waits until the volume is gone. Windows logs which program
 * blocked the eject (Kernel-PnP, 225). 17 is the shell's folder of drives (ssfDRIVES).
 */
export const EJECT_SCRIPT = String.raw`
$ErrorActionPreference = 'Stop'
$drive = $env:KEYFERRY_DRIVE + ':'
$start = Get-Date
try {
  $item = (New-Object -ComObject Shell.Application).Namespace(17).ParseName($drive)
  if ($null -ne $item) { $item.InvokeVerb('Eject') }
} catch { 'failed ' + $_.Exception.Message; exit 1 }
for ($i = 0; $i -lt 40; $i++) {
  if (-not (Test-Path -LiteralPath ($drive + '\'))) { 'gone'; exit 0 }
  Start-Sleep -Milliseconds 250
}
try {
  $filter = @{ LogName = 'System'; ProviderName = 'Microsoft-Windows-Kernel-PnP'; Id = 225; StartTime = $start }
  Get-WinEvent -FilterHashtable $filter -MaxEvents 3 | ForEach-Object {
    $_.Properties | ForEach-Object { [string]$_.Value } | Where-Object { $_ -like '*.exe' } | ForEach-Object { 'by ' + $_ }
  }
} catch { }
'there'
exit 2
`;

const LIMIT_MS = 25_000; // the script's own wait plus the start of PowerShell

/** Ejects the drive with a drive letter. */
export async function ejectOnWindows(path: string, { run }: HostSystem): Promise<Outcome<void>> {
  const letter = letterOf(path);
  if (letter === null) return err({ code: "stick-eject-failed", detail: path }); // mounted at a folder
  const ran = await runPowerShell(run, EJECT_SCRIPT, letter, LIMIT_MS);
  const lines = ran.stdout.split(/\r?\n/);
  if (ran.code === 0 && lines.includes("gone")) return ok(undefined);
  const by = lines
    .filter((line) => line.startsWith("by "))
    .map((line) => line.slice("by ".length).split("\\").at(-1) ?? line);
  if (lines.includes("there")) return err({ code: "stick-eject-busy", by: [...new Set(by)] });
  return err({ code: "stick-eject-failed", detail: errorTextOf(ran) });
}

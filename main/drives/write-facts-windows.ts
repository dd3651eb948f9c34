import * as v from "valibot";
import { noFacts, type WriteFacts } from "../../core/drives/why-unwritable.ts";
import type { HostSystem } from "./host-system.ts";
import { letterOf, runPowerShell } from "./power-shell.ts";

/**
 * Reads all that a user without administrator rights may read: the disk's flag, the volume, the shell's property for
 * BitLocker, and the policies in the registry. A value that Windows refuses stays null and does not affect the others.
 */
export const FACTS_SCRIPT = String.raw`
$ErrorActionPreference = 'Stop'
$l = $env:KEYFERRY_DRIVE
function Ask($question) { try { & $question } catch { $null } }
function Value($key, $name) { Ask { (Get-ItemProperty -LiteralPath $key -Name $name).$name } }
$fve = 'Policies\Microsoft\FVE'
$removable = 'SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices'
$disks = $removable + '\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}'
$facts = @{
  diskReadOnly = Ask { (Get-Partition -DriveLetter $l | Get-Disk).IsReadOnly }
  partitionReadOnly = Ask { (Get-Partition -DriveLetter $l).IsReadOnly }
  fileSystem = Ask { (Get-Volume -DriveLetter $l).FileSystemType.ToString() }
  driveType = Ask { (Get-Volume -DriveLetter $l).DriveType.ToString() }
  systemDrive = $env:SystemDrive
  bitLocker = Ask {
    $drive = (New-Object -ComObject Shell.Application).Namespace(17).ParseName($l + ':')
    $drive.ExtendedProperty('System.Volume.BitLockerProtection')
  }
  denyUnprotected = @(
    (Value ('HKLM:\SYSTEM\CurrentControlSet\' + $fve) 'RDVDenyWriteAccess'),
    (Value ('HKLM:\SOFTWARE\' + $fve) 'RDVDenyWriteAccess')
  )
  denyAll = @(
    (Value 'HKLM:\SYSTEM\CurrentControlSet\Control\StorageDevicePolicies' 'WriteProtect'),
    (Value ('HKLM:\' + $disks) 'Deny_Write'),
    (Value ('HKCU:\' + $disks) 'Deny_Write'),
    (Value ('HKLM:\' + $removable) 'Deny_All'),
    (Value ('HKCU:\' + $removable) 'Deny_All')
  )
}
$facts | ConvertTo-Json -Compress
`;

const LIMIT_MS = 10_000; // PowerShell alone takes a second or two to start

const Text = v.fallback(v.nullable(v.string()), null);
const Flag = v.fallback(v.nullable(v.boolean()), null);
const Values = v.fallback(v.array(v.fallback(v.nullable(v.number()), null)), []);
const FactsSchema = v.object({
  diskReadOnly: Flag,
  partitionReadOnly: Flag,
  fileSystem: Text,
  driveType: Text,
  systemDrive: Text,
  bitLocker: v.fallback(v.nullable(v.number()), null),
  denyUnprotected: Values,
  denyAll: Values,
});

/** Windows: the output of one fixed script for the drive of a path. */
export async function factsOnWindows(path: string, { run }: HostSystem): Promise<WriteFacts> {
  const none = noFacts("win32");
  const letter = letterOf(path.slice(0, 3)); // also for a folder
  if (letter === null) return none;
  const { stdout } = await runPowerShell(run, FACTS_SCRIPT, letter, LIMIT_MS);
  const found = v.safeParse(FactsSchema, asJson(stdout));
  if (!found.success) return none;
  const { diskReadOnly, partitionReadOnly, fileSystem, driveType, systemDrive, bitLocker } = found.output;
  const { denyAll, denyUnprotected } = found.output;
  const isSystem = letterOf(systemDrive ?? "") === letter;
  return {
    ...none,
    deviceReadOnly: diskReadOnly,
    mountReadOnly: partitionReadOnly,
    fileSystem: fileSystem?.toLowerCase() ?? null,
    removable: isSystem ? false : driveType === "Removable" ? true : null, // external hard disks report "Fixed"
    bitLocker: bitLocker === null ? null : bitLockerOf(bitLocker),
    policy: denyAll.includes(1) ? "all-sticks" : denyUnprotected.includes(1) ? "unprotected-sticks" : null,
  };
}

/** The shell's property System.Volume.BitLockerProtection: 1 on, 2 off, 3 encrypting, 4 decrypting, 5 suspended, 6 locked. */
function bitLockerOf(protection: number): "locked" | "on" | "off" {
  if (protection === 6) return "locked";
  return protection === 1 || protection === 3 || protection === 5 ? "on" : "off";
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // PowerShell is missing, or a policy blocks it
  }
}

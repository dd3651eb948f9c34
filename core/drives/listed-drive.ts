import * as v from "valibot";

const Flag = v.fallback(v.nullable(v.boolean()), null);

/** One device as drivelist reports it, with the fields in use. Missing or invalid fields count as unknown. */
const ListedDriveSchema = v.object({
  device: v.string(),
  description: v.fallback(v.string(), ""),
  busType: v.fallback(v.string(), "UNKNOWN"),
  size: v.fallback(v.nullable(v.number()), null), // bytes
  // Unknown counts as the system's: such a device is not offered.
  isSystem: v.fallback(v.boolean(), true),
  isRemovable: v.fallback(v.boolean(), false),
  isReadOnly: v.fallback(v.boolean(), false),
  isUSB: Flag,
  isCard: Flag,
  isVirtual: Flag,
  mountpoints: v.fallback(v.array(v.object({ path: v.string(), label: v.fallback(v.nullable(v.string()), null) })), []),
});
export type ListedDrive = v.InferOutput<typeof ListedDriveSchema>;

/** Reads one device of a listing; null if it has no device name, so that the other devices are still listed. */
export function parseListedDrive(device: unknown): ListedDrive | null {
  const parsed = v.safeParse(ListedDriveSchema, device);
  return parsed.success ? parsed.output : null;
}

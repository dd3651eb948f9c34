import * as v from "valibot";

const Flag = v.fallback(v.nullable(v.boolean()), null);

/** drivelist's account of one device, in the fields that we use. What is missing or odd is taken for unknown. */
const ListedDriveSchema = v.object({
  device: v.string(),
  description: v.fallback(v.string(), ""),
  busType: v.fallback(v.string(), "UNKNOWN"),
  size: v.fallback(v.nullable(v.number()), null), // bytes
  // A device of which this is not known is kept out of the technician's way.
  isSystem: v.fallback(v.boolean(), true),
  isRemovable: v.fallback(v.boolean(), false),
  isReadOnly: v.fallback(v.boolean(), false),
  isUSB: Flag,
  isCard: Flag,
  isVirtual: Flag,
  mountpoints: v.fallback(v.array(v.object({ path: v.string(), label: v.fallback(v.nullable(v.string()), null) })), []),
});
export type ListedDrive = v.InferOutput<typeof ListedDriveSchema>;

/** Reads one device of a listing; null when it cannot even be named, so that it hides none of the others. */
export function parseListedDrive(device: unknown): ListedDrive | null {
  const parsed = v.safeParse(ListedDriveSchema, device);
  return parsed.success ? parsed.output : null;
}

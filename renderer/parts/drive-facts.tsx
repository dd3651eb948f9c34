import type { Drive } from "../../core/drives/drive.ts";
import { driveName } from "../../core/text/drive-name.ts";
import { sizeText } from "../../core/text/size-text.ts";
import { shown } from "../../core/text/untrusted.ts";
import { isFolder } from "../../core/trip/trip.ts";
import { useAppContext } from "../app-context.tsx";
import { PathText } from "./path-text.tsx";

/** Distinguishes sticks: description, mount point, size and free space. */
export function DriveFacts({ drive }: { readonly drive: Drive }) {
  const { stick } = useAppContext().screens;
  const { path, description, sizeBytes, freeBytes } = drive;
  const space =
    sizeBytes === null
      ? null
      : freeBytes === null
        ? sizeText(sizeBytes)
        : stick.free(sizeText(freeBytes), sizeText(sizeBytes));
  return (
    <ul className="facts">
      {description && !isFolder(drive) && !driveName(drive).includes(description) ? (
        <li>{shown(description)}</li>
      ) : null}
      {path && !driveName(drive).includes(path) ? (
        <li className="path">
          <PathText path={path} />
        </li>
      ) : null}
      {space ? <li>{space}</li> : null}
    </ul>
  );
}

import { driveName } from "../../core/text/drive-name.ts";
import { isFolder, type Trip } from "../../core/trip/trip.ts";
import { useSurroundings } from "../surroundings.tsx";

/** How the chosen stick is taken out safely on this system; nothing for a folder. */
export function HowToRemove({ trip }: { readonly trip: Trip }) {
  const { platform, screens } = useSurroundings();
  if (!trip.stick || isFolder(trip.stick.drive)) return null;
  return <p>{screens.ticks.howToRemove(platform, driveName(trip.stick.drive))}</p>;
}

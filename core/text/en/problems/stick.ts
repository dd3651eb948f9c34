import type { StickProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

export const stickProblems: TextsOf<StickProblem> = {
  "stick-not-found": () => say("There is no stick or folder at that place.", "Plug the stick in, then check the path."),
  "stick-gone": () => say("The stick was pulled out.", "Plug it in again and repeat this step."),
  "stick-changed": () =>
    say("Another stick is plugged in where the chosen one was.", "Nothing was written to it. Choose the stick again."),
  "stick-changed-since": () =>
    say(
      "The requests on the stick are not the ones that were shown. ALAS was not contacted.",
      "Read the stick again, compare the asset IDs, then fetch.",
    ),
  "stick-read-only": () =>
    say(
      "The stick is mounted read-only, so nothing can be written to it.",
      "Pull it out and plug it in again. If it is still read-only, it was mounted that way on purpose: use another stick.",
    ),
  "stick-write-protected": () =>
    say(
      "The stick itself refuses every write: it is write-protected.",
      "Slide the switch on its side the other way. If it has none, the stick is locked for good or worn out: use another one.",
    ),
  "stick-errors-found": () =>
    say(
      "This computer found errors on the stick and closed it for writing.",
      "Have the stick checked and repaired (on Windows: Properties, Tools, Check), or use another one.",
    ),
  "stick-ntfs-on-mac": () =>
    say(
      "The stick is formatted with NTFS, which a Mac can read but not write.",
      "Use a stick with exFAT or FAT32, which every computer can write.",
    ),
  "stick-bitlocker-locked": () =>
    say(
      "The stick is locked by BitLocker.",
      "Open it in File Explorer and unlock it with its password, then repeat this step.",
    ),
  "stick-policy": () =>
    say(
      "A policy of this computer forbids writing to this stick.",
      "Ask this computer's administrator for a stick that is allowed, such as one protected by BitLocker.",
    ),
  "stick-privacy": () =>
    say(
      "The privacy settings of macOS keep Keyferry from using the stick.",
      "In System Settings, Privacy & Security, Files and Folders, allow removable volumes for Keyferry. Then start it again.",
    ),
  "stick-full": ({ neededBytes, freeBytes }) =>
    say(
      `The stick is full: ${sizeText(neededBytes)} are needed and ${sizeText(freeBytes)} are free.`,
      "Make room on it or use another stick.",
    ),
  "stick-no-permission": () =>
    say(
      "This computer does not allow writing to the stick.",
      "Ask this computer's administrator to allow it, or use another stick.",
    ),
  "stick-io-error": ({ detail }) =>
    say(
      `The stick failed while it was read or written (${untrusted(detail)}).`,
      "Plug it into another port and repeat. If it fails again, use another stick.",
    ),
  "stick-worn-out": ({ detail }) =>
    say(
      `Every write to the stick fails (${untrusted(detail)}): it is probably worn out.`,
      "Use another stick. Copy what you still need from this one now: soon it may not be readable either.",
    ),
  "stick-name-refused": ({ file }) =>
    say(
      `The stick's file system does not accept the name “${untrusted(file)}”.`,
      "Use a stick with exFAT or FAT32, or mount this one so that it accepts long file names.",
    ),
  "stick-unreadable": () =>
    say(
      "The stick is there, but its file system does not answer.",
      "Pull it out and plug it in again. If that does not help, have it checked, or use another stick.",
    ),
  "stick-mount-failed": ({ detail }) =>
    say(
      `The stick could not be mounted (${untrusted(detail)}).`,
      "Open it once in the file manager. If that does not work either, use another stick.",
    ),
  "stick-mount-by-hand": ({ platform }) =>
    platform === "win32"
      ? say(
          "Windows has not given the stick a drive letter.",
          "Right-click Start, open Disk Management and give the volume a letter. Administrator rights are needed.",
        )
      : say(
          "On this computer only an administrator can mount a stick.",
          "Have it mounted by an administrator, or choose the folder where it is mounted.",
        ),
  "stick-eject-busy": ({ by }) =>
    say(
      by.length > 0
        ? `What was written is safe, but the stick cannot be ejected yet: it is in use by ${untrusted(by.join(", "))}.`
        : "What was written is safe, but the stick cannot be ejected yet: it is in use by another program.",
      "Close the program or the window that shows the stick, then eject it again.",
    ),
  "stick-eject-failed": ({ detail }) =>
    say(
      `What was written is safe, but the stick was not ejected (${untrusted(detail)}).`,
      "Try once more, or eject it without Keyferry.",
    ),
  "stick-read-back": ({ file }) =>
    say(
      `What was read back from the stick differs from what was written (“${untrusted(file)}”).`,
      "The stick is worn out or fake. Use another one.",
    ),
  "stick-name-taken": ({ file }) =>
    say(
      `“${untrusted(file)}” on the stick is not Keyferry's own file or folder.`,
      "Move it away or rename it, then repeat this step.",
    ),
  "target-unwritable": ({ detail }) =>
    say(
      `The key could not be written to the chosen folder (${untrusted(detail, 200)}).`,
      "Choose another folder. The key on the stick is unchanged.",
    ),
  "drives-unavailable": ({ detail }) =>
    say(
      `The drives of this computer could not be listed (${untrusted(detail)}).`,
      "Choose the stick's folder instead. That always works.",
    ),
  "drives-hang": ({ ms }) =>
    say(
      `This computer did not list its drives within ${Math.round(ms / 1000)} seconds.`,
      "A failing device can cause this: pull out the one plugged in last, then plug it in again. Or choose the stick's folder instead.",
    ),
};

import type { StickProblem } from "../../../problem.ts";
import { say, type TextsOf } from "../../problem-texts.ts";
import { sizeText } from "../../size-text.ts";
import { untrusted } from "../../untrusted.ts";

export const stickProblems: TextsOf<StickProblem> = {
  "stick-not-found": () =>
    say("There is no stick or folder at that place.", "Plug the stick in, and look up its path again."),
  "stick-gone": () => say("The stick was pulled out.", "Plug it in again and repeat this step."),
  "stick-changed": () =>
    say("Another stick stands where the chosen one was.", "Nothing was written to it. Choose the stick again."),
  "stick-read-only": () =>
    say(
      "The stick is mounted read-only, so nothing can be written to it.",
      "Pull it out and plug it in again. If it stays so, it was mounted so on purpose: use another stick.",
    ),
  "stick-write-protected": () =>
    say(
      "The stick itself refuses to be written: it is write-protected.",
      "Slide the switch on its side the other way. If it has none, it was sealed or is worn out: use another stick.",
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
      "Open it in the file manager and unlock it with its password, then repeat this step.",
    ),
  "stick-policy": () =>
    say(
      "A policy of this computer forbids writing to this stick.",
      "Ask whoever runs this computer for a stick that is allowed, such as one protected by BitLocker.",
    ),
  "stick-privacy": () =>
    say(
      "The privacy settings of macOS keep Keyferry from using the stick.",
      "System Settings, Privacy & Security, Files and Folders: allow removable volumes for Keyferry, then start it again.",
    ),
  "stick-full": ({ neededBytes, freeBytes }) =>
    say(
      `The stick is full: ${sizeText(neededBytes)} are needed and ${sizeText(freeBytes)} are free.`,
      "Make room on it or use another stick.",
    ),
  "stick-no-permission": () =>
    say(
      "This computer does not allow writing to the stick.",
      "Ask whoever runs this computer to allow it, or use another stick.",
    ),
  "stick-io-error": ({ detail }) =>
    say(
      `The stick failed while it was read or written (${untrusted(detail)}).`,
      "Plug it into another port and repeat. If it fails again, use another stick.",
    ),
  "stick-worn-out": ({ detail }) =>
    say(
      `The stick fails at every write (${untrusted(detail)}): it is worn out.`,
      "Use another stick. Copy what you still need from this one: it may soon not be readable either.",
    ),
  "stick-name-refused": ({ file }) =>
    say(
      `The stick's file system does not take the name “${untrusted(file)}”.`,
      "Use a stick with exFAT or FAT32, or mount this one with long file names.",
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
          "Windows gave the stick no drive letter.",
          "Right-click Start, Disk Management, and give its volume a letter. That takes an administrator.",
        )
      : say(
          "This computer has no service by which a stick is mounted without an administrator.",
          "Have it mounted by an administrator, or choose the folder it is mounted at.",
        ),
  "stick-eject-busy": ({ by }) =>
    say(
      by.length > 0
        ? `Everything is safely on the stick, but it cannot be ejected yet: ${untrusted(by.join(", "))} is using it.`
        : "Everything is safely on the stick, but it cannot be ejected yet: another program is using it.",
      "Close the program or the window that shows the stick, then eject it again.",
    ),
  "stick-eject-failed": ({ detail }) =>
    say(
      `Everything is safely on the stick, but the system did not eject it (${untrusted(detail)}).`,
      "Try once more, or eject it by the system's own way.",
    ),
  "stick-read-back": ({ file }) =>
    say(
      `The stick returned other bytes than were written to it (“${untrusted(file)}”).`,
      "Do not carry this stick anywhere: it is worn out or fake. Use another one.",
    ),
  "stick-name-taken": ({ file }) =>
    say(
      `Something that is not Keyferry's stands at “${untrusted(file)}” on the stick.`,
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
      "Name the stick's folder instead: that always works.",
    ),
  "drives-hang": ({ ms }) =>
    say(
      `The system did not answer within ${Math.round(ms / 1000)} seconds when it was asked for its drives.`,
      "A device that is failing can hold it up: pull out the one plugged in last, then plug it in again. Or choose the stick's folder instead.",
    ),
};

import type { Drive, DriveId } from "../../core/drives/drive.ts";
import type { CopiedKeys } from "../../core/ipc.ts";
import type { FetchResult, SavedRequest } from "../../core/step-results.ts";
import type { TicketId } from "../../core/stick/records.ts";
import type { StickContents, StickRequest } from "../../core/stick/stick-contents.ts";

// Branded types are cast here: the schemas that create them have their own tests.
export const driveId = (text: string): DriveId => text as DriveId;
export const ticketId = (text: string): TicketId => text as TicketId;

export const LINK = "https://alas.stratus.com/activate?siteid=ze-207&release=7.9.0.0-12&key=4f1c9e";
export const OTHER_LINK = "https://alas.stratus.com/activate?siteid=zetest_4700&release=7.9.0.0-12&key=77ab03";
export const LINK_WITHOUT_ASSET_ID = "https://alas.stratus.com/activate?q=4f1c9e77ab03";
const SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

const drive: Drive = {
  id: driveId("d-000000000001"),
  path: "E:",
  label: "KINGSTON",
  description: "Kingston DataTraveler 3.0",
  bus: "USB",
  fileSystem: "FAT32",
  sizeBytes: 31_000_000_000,
  freeBytes: 28_100_000_000,
  removable: true,
  readOnly: false,
  usable: true,
  hidden: false,
  reason: null,
  requests: 0,
};

export const stick = drive;
export const secondStick: Drive = {
  ...drive,
  id: driveId("d-000000000002"),
  path: "F:",
  label: "保守 2",
  description: "BUFFALO USB Flash Disk",
  sizeBytes: 256_000_000_000,
  freeBytes: 12_000_000_000,
  reason: "large",
};
export const lockedStick: Drive = { ...drive, readOnly: true };
export const unmountedStick: Drive = {
  ...drive,
  id: driveId("d-000000000006"),
  path: null,
  label: null,
  fileSystem: null,
  freeBytes: null,
  usable: false,
  reason: "not-mounted",
};
export const unreadableStick: Drive = {
  ...drive,
  id: driveId("d-000000000007"),
  path: "G:",
  label: null,
  fileSystem: null,
  freeBytes: null,
  usable: false,
  reason: "unreadable",
};
export const cardReader: Drive = {
  ...drive,
  id: driveId("d-000000000003"),
  path: null,
  label: null,
  description: "Generic Card Reader",
  sizeBytes: null,
  freeBytes: null,
  usable: false,
  reason: "no-medium",
};
export const systemDisk: Drive = {
  ...drive,
  id: driveId("d-000000000004"),
  path: "C:",
  label: null,
  description: "Samsung SSD 870",
  usable: false,
  hidden: true,
  reason: "system",
};
export const folder: Drive = {
  ...drive,
  id: driveId("f-000000000005"),
  path: "D:\\transfer\\licences",
  label: null,
  description: "",
  bus: "folder",
  removable: false,
};

const request: StickRequest = {
  id: ticketId("3F9A2C7K1M"),
  folder: "ze-207-3F9A2C7K1M",
  assetId: "ze-207",
  ticketSha256: SHA256,
  urlSha256: null,
  host: "alas.stratus.com",
  state: "requested",
  next: "fetch",
  problems: [],
  keyFile: null,
  refusal: null,
  note: "work order 4711",
  createdAt: "2026-11-24T09:30:12+09:00",
  fetchedAt: null,
  deliveredAt: null,
};
const key = { name: "av_12345_A.key", bytes: 2301, sha256: SHA256 };

export const requested = request;
export const otherRequested: StickRequest = {
  ...request,
  id: ticketId("7QX2M4N8PB"),
  folder: "zetest_4700-7QX2M4N8PB",
  assetId: "zetest_4700",
  note: null,
  createdAt: "2026-11-24T09:41:50+09:00",
};
export const cutOff: StickRequest = {
  ...request,
  id: ticketId("K2V6T0R9WD"),
  folder: "ze-311-K2V6T0R9WD",
  assetId: "ze-311",
  state: "incomplete",
  next: "fetch-again-knowingly",
  note: null,
};
export const refused: StickRequest = {
  ...request,
  id: ticketId("D5H8J1S3YG"),
  folder: "ze-415-D5H8J1S3YG",
  assetId: "ze-415",
  state: "refused",
  next: "fetch-again-knowingly",
  refusal: { alas: "2.1", name: "ALAS_UNKNOWN_SITEID" },
  fetchedAt: "2026-11-24T10:02:00+09:00",
};
export const usedUp: StickRequest = {
  ...refused,
  id: ticketId("Z4C7E2A6BN"),
  folder: "ze-520-Z4C7E2A6BN",
  assetId: "ze-520",
  next: "call-support",
  refusal: { alas: "3.5", name: "ALAS_NO_MORE_ACTIVATION" },
};
export const damaged: StickRequest = {
  ...request,
  id: null,
  folder: "ze-600-0000000000",
  assetId: null,
  state: "damaged",
  next: "request-again",
  problems: [{ code: "record-damaged", file: "ticket.json" }],
  note: null,
  createdAt: null,
};
export const answered: StickRequest = {
  ...request,
  state: "answered",
  next: "deliver",
  keyFile: key,
  fetchedAt: "2026-11-24T10:15:40+09:00",
};
export const otherAnswered: StickRequest = {
  ...otherRequested,
  state: "answered",
  next: "deliver",
  keyFile: { ...key, name: "av_12388_A.key" },
  fetchedAt: "2026-11-24T10:16:02+09:00",
};
export const delivered: StickRequest = {
  ...answered,
  state: "delivered",
  next: "nothing",
  deliveredAt: "2026-11-24T11:20:00+09:00",
};

/** A URL saved by hand. */
export const byHandUrl = (file: string, assetId: string | null) => ({
  file,
  assetId,
  urlSha256: SHA256,
  host: "alas.stratus.com",
});

/** A stick with these requests and nothing else. */
export const holding = (...requests: readonly StickRequest[]): StickContents => ({
  requests,
  byHand: { urls: [], keys: [] },
  foreign: [],
});

export const writtenRequest: SavedRequest = {
  ticket: { id: ticketId("3F9A2C7K1M"), folder: "ze-207-3F9A2C7K1M", assetId: "ze-207" },
  host: "alas.stratus.com",
  trimmed: [],
  warnings: [],
  verified: true,
};

export const fetchedKey: FetchResult = {
  ticketId: ticketId("3F9A2C7K1M"),
  outcome: "key",
  keyFile: key.name,
  bytes: key.bytes,
  sha256: SHA256,
  warnings: [],
  verified: true,
};
export const refusal: FetchResult = {
  ticketId: ticketId("7QX2M4N8PB"),
  outcome: "refused",
  error: { code: "alas-refused", alas: "3.5", name: "ALAS_NO_MORE_ACTIVATION" },
  verified: true,
};
export const failure: FetchResult = {
  ticketId: ticketId("K2V6T0R9WD"),
  outcome: "failed",
  error: { code: "answer-html" },
  verified: false,
};

export const delivery: CopiedKeys = {
  files: [
    {
      ticketId: ticketId("3F9A2C7K1M"),
      path: "C:\\Users\\operator\\Downloads\\Keyferry\\ze-207\\av_12345_A.key",
      bytes: key.bytes,
      sha256: SHA256,
    },
  ],
  warnings: [],
};

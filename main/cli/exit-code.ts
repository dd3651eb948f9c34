import type { Problem, ProblemCode } from "../../core/problem.ts";

/**
 * The exit code of a command, a contract with the programs that call it. 1 is a fault of Keyferry itself. After a signal it is
 * 128 plus the signal's number, as in a shell.
 */
export const ExitCode = {
  done: 0,
  fault: 1,
  input: 2,
  stick: 3,
  network: 4,
  refused: 5,
  integrity: 6,
  different: 7,
  hungUp: 129,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const { fault, input, stick, network, refused, integrity } = ExitCode;

const codes: Readonly<Record<ProblemCode, ExitCode>> = {
  "url-missing": input,
  "url-not-found": input,
  "url-link-text": input,
  "url-no-scheme": input,
  "url-not-https": input,
  "url-wrong-host": input,
  "url-user-info": input,
  "url-other-port": input,
  "url-ambiguous": input,
  "url-too-long": input,
  "url-malformed": input,
  "asset-id-missing": input,
  "asset-id-blank": input,
  "asset-id-ambiguous": input,
  "asset-id-invalid": input,
  "asset-id-mismatch": input,
  usage: input,
  "unknown-ticket": input,
  "already-requested": input,
  "already-answered": input,
  "activations-used-up": input,
  "wait-not-over": input,
  "confirmation-needed": input,
  "nothing-to-deliver": input,
  "by-hand-unusable": input,
  "alas-code-unknown": input,
  "status-unreadable": input,
  "stick-not-found": stick,
  "stick-gone": stick,
  "stick-changed": stick,
  "stick-changed-since": stick,
  "stick-read-only": stick,
  "stick-write-protected": stick,
  "stick-errors-found": stick,
  "stick-ntfs-on-mac": stick,
  "stick-bitlocker-locked": stick,
  "stick-policy": stick,
  "stick-privacy": stick,
  "stick-full": stick,
  "stick-no-permission": stick,
  "stick-io-error": stick,
  "stick-worn-out": stick,
  "stick-name-refused": stick,
  "stick-unreadable": stick,
  "stick-mount-failed": stick,
  "stick-mount-by-hand": stick,
  "stick-eject-busy": stick,
  "stick-eject-failed": stick,
  "stick-read-back": stick,
  "stick-name-taken": stick,
  "target-unwritable": stick,
  "record-unwritable": stick,
  "drives-unavailable": stick,
  "drives-hang": stick,
  "net-name-not-found": network,
  "net-offline": network,
  "net-refused": network,
  "net-unreachable": network,
  "net-reset": network,
  "net-time-out": network,
  "net-failed": network,
  "tls-untrusted": network,
  "tls-expired": network,
  "tls-wrong-host": network,
  "tls-revoked": network,
  "tls-outdated": network,
  "tls-failed": network,
  "tls-switched-off": network,
  "proxy-unreachable": network,
  "proxy-sign-in": network,
  "redirect-refused": network,
  "redirect-loop": network,
  "answer-cut-off": network,
  "answer-compressed": network,
  "net-not-http": network,
  "http-status": network,
  "fetch-cancelled": network,
  "alas-refused": refused,
  "answer-empty": integrity,
  "answer-html": integrity,
  "answer-json": integrity,
  "answer-not-a-key": integrity,
  "answer-too-large": integrity,
  "file-missing": integrity,
  "file-unsafe": integrity,
  "file-too-large": integrity,
  "file-not-a-key": integrity,
  "file-differs": integrity,
  "request-unfinished": integrity,
  "record-damaged": integrity,
  "record-foreign": integrity,
  "record-newer": integrity,
  "wrong-system": integrity,
  "policy-unusable": input,
  "folder-forbidden": input,
  "note-required": input,
  "operator-required": input,
  "call-rejected": fault,
  busy: fault,
  cancelled: ExitCode.interrupted,
  unexpected: fault,
};

const signals = {
  SIGHUP: ExitCode.hungUp,
  SIGINT: ExitCode.interrupted,
  SIGTERM: ExitCode.terminated,
} as const;

/** Returns the exit code of a failed command. */
export const exitCodeOf = (problem: Problem): ExitCode =>
  problem.code === "cancelled" ? signals[problem.signal] : codes[problem.code];

/** Returns the common exit code of several results (null: done), or `different`. */
export function exitCodeOfAll(problems: readonly (Problem | null)[]): ExitCode {
  const all = new Set(problems.map((problem) => (problem === null ? ExitCode.done : exitCodeOf(problem))));
  const [first = ExitCode.done] = all;
  return all.size > 1 ? ExitCode.different : first;
}

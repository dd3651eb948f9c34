import type { NetworkProblem } from "../../core/problem.ts";

/** How far a request had come when it failed. */
export interface RequestProgress {
  readonly host: string;
  /** Time since the start of the request. */
  readonly ms: number;
  /** Bytes of the answer's body; null before its headers have arrived. */
  readonly bytes: number | null;
}

type Explain = (progress: RequestProgress, error: string) => NetworkProblem;

const nameNotFound: Explain = ({ host }) => ({ code: "net-name-not-found", host });
const offline: Explain = () => ({ code: "net-offline" });
const refused: Explain = () => ({ code: "net-refused" });
const unreachable: Explain = () => ({ code: "net-unreachable" });
const timeOut: Explain = ({ ms }) => ({ code: "net-time-out", ms });
const untrusted: Explain = () => ({ code: "tls-untrusted" });
const tlsFailed: Explain = (_, error) => ({ code: "tls-failed", detail: error });
const proxyUnreachable: Explain = () => ({ code: "proxy-unreachable" });
const proxySignIn: Explain = () => ({ code: "proxy-sign-in" });
const noHttp: Explain = (_, error) => ({ code: "net-not-http", detail: error });
const cutOff: Explain = ({ bytes }) => ({ code: "answer-cut-off", bytes: bytes ?? 0 });
/** A connection that breaks after the answer has begun loses part of the answer. */
const broken: Explain = (progress, error) =>
  progress.bytes === null ? { code: "net-reset" } : cutOff(progress, error);

// Chromium's names (net/base/net_error_list.h) without "ERR_"; the first pattern that fits the whole name decides.
const faults: readonly (readonly [RegExp, Explain])[] = [
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|ICANN_NAME_COLLISION|DNS_\w+/, nameNotFound],
  [/INTERNET_DISCONNECTED/, offline],
  [/CONNECTION_REFUSED/, refused],
  [/ADDRESS_UNREACHABLE|ADDRESS_INVALID|CONNECTION_FAILED|NETWORK_ACCESS_DENIED|BLOCKED_BY_\w+/, unreachable],
  [/TIMED_OUT|CONNECTION_TIMED_OUT/, timeOut],
  [/CONNECTION_(RESET|CLOSED|ABORTED)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|NETWORK_CHANGED/, broken],
  [/RESPONSE_HEADERS_TRUNCATED|NETWORK_IO_SUSPENDED|HTTP2_\w+|QUIC_\w+/, broken],
  [/CONTENT_LENGTH_MISMATCH|(INCOMPLETE|INVALID)_CHUNKED_ENCODING|CONTENT_DECODING_\w+/, cutOff],
  [/CERT_DATE_INVALID/, () => ({ code: "tls-expired" })],
  [/CERT_REVOKED/, () => ({ code: "tls-revoked" })],
  [/CERT_COMMON_NAME_INVALID/, () => ({ code: "tls-wrong-host" })],
  [/PROXY_AUTH_\w+|UNEXPECTED_PROXY_AUTH/, proxySignIn],
  [
    /PROXY_\w+|TUNNEL_CONNECTION_FAILED|SOCKS_\w+|\w*PROXY_CONFIGURATION_FAILED|PAC_\w+|NO_SUPPORTED_PROXIES/,
    proxyUnreachable,
  ],
  [/CERT_\w+|CERTIFICATE_TRANSPARENCY_REQUIRED|SSL_PINNED_KEY_NOT_IN_CERT_CHAIN/, untrusted],
  [/SSL_VERSION_OR_CIPHER_MISMATCH|SSL_OBSOLETE_\w+/, () => ({ code: "tls-outdated" })],
  [/SSL_\w+|TLS13_\w+|BAD_SSL_\w+|ECH_\w+|EARLY_DATA_\w+/, tlsFailed],
  [/INVALID_HTTP_RESPONSE|INVALID_RESPONSE|RESPONSE_HEADERS_(TOO_BIG|MULTIPLE_\w+)|RESPONSE_BODY_TOO_BIG_\w+/, noHttp],
  [/TOO_MANY_REDIRECTS/, () => ({ code: "redirect-loop" })],
];

/**
 * Returns the problem behind an error of Electron's `net`. `message` is its text, such as "net::ERR_CONNECTION_REFUSED".
 * An unknown error becomes net-failed with its name, so that it can be looked up.
 */
export function networkFault(message: string, progress: RequestProgress): NetworkProblem {
  const name = /\bERR_(\w+)/.exec(message)?.[1] ?? "";
  const explain = faults.find(([pattern]) => new RegExp(`^(?:${pattern.source})$`).test(name))?.[1];
  return explain?.(progress, `ERR_${name}`) ?? { code: "net-failed", detail: name === "" ? message : `ERR_${name}` };
}

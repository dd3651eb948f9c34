import { expect, test } from "vitest";
import { networkFault } from "../../../../main/alas/network-fault.ts";

const before = { host: "alas.stratus.com", ms: 1200, bytes: null };
const during = { ...before, bytes: 512 };

test.each([
  ["the network does not know the name", "ERR_NAME_NOT_RESOLVED", { code: "net-name-not-found", host: before.host }],
  ["the name server does not answer", "ERR_DNS_TIMED_OUT", { code: "net-name-not-found", host: before.host }],
  ["the cable is out", "ERR_INTERNET_DISCONNECTED", { code: "net-offline" }],
  ["nothing listens", "ERR_CONNECTION_REFUSED", { code: "net-refused" }],
  ["no way leads there", "ERR_ADDRESS_UNREACHABLE", { code: "net-unreachable" }],
  ["the firewall says no", "ERR_NETWORK_ACCESS_DENIED", { code: "net-unreachable" }],
  ["the server hangs up", "ERR_CONNECTION_RESET", { code: "net-reset" }],
  ["the server closes at once", "ERR_CONNECTION_CLOSED", { code: "net-reset" }],
  ["the answer has not even a head", "ERR_EMPTY_RESPONSE", { code: "net-reset" }],
  ["the network changes meanwhile", "ERR_NETWORK_CHANGED", { code: "net-reset" }],
  ["the connection takes too long", "ERR_CONNECTION_TIMED_OUT", { code: "net-time-out", ms: 1200 }],
  ["the answer takes too long", "ERR_TIMED_OUT", { code: "net-time-out", ms: 1200 }],
  ["the certificate has expired", "ERR_CERT_DATE_INVALID", { code: "tls-expired" }],
  ["the certificate is self-signed or its issuer unknown", "ERR_CERT_AUTHORITY_INVALID", { code: "tls-untrusted" }],
  ["the certificate was revoked", "ERR_CERT_REVOKED", { code: "tls-revoked" }],
  ["the certificate is weak", "ERR_CERT_WEAK_SIGNATURE_ALGORITHM", { code: "tls-untrusted" }],
  ["the certificate is another server's", "ERR_CERT_COMMON_NAME_INVALID", { code: "tls-wrong-host" }],
  ["the server speaks TLS 1.0", "ERR_SSL_VERSION_OR_CIPHER_MISMATCH", { code: "tls-outdated" }],
  ["there is no TLS", "ERR_SSL_PROTOCOL_ERROR", { code: "tls-failed", detail: "ERR_SSL_PROTOCOL_ERROR" }],
  ["the proxy is dead", "ERR_PROXY_CONNECTION_FAILED", { code: "proxy-unreachable" }],
  ["the proxy lets nothing through", "ERR_TUNNEL_CONNECTION_FAILED", { code: "proxy-unreachable" }],
  ["the PAC file is broken", "ERR_PAC_SCRIPT_FAILED", { code: "proxy-unreachable" }],
  ["a proxy must be used and none can", "ERR_MANDATORY_PROXY_CONFIGURATION_FAILED", { code: "proxy-unreachable" }],
  ["the proxy wants a sign-in (407)", "ERR_PROXY_AUTH_UNSUPPORTED", { code: "proxy-sign-in" }],
  ["a server plays proxy (407)", "ERR_UNEXPECTED_PROXY_AUTH", { code: "proxy-sign-in" }],
  ["it is no HTTP", "ERR_INVALID_HTTP_RESPONSE", { code: "net-not-http", detail: "ERR_INVALID_HTTP_RESPONSE" }],
  [
    "its headers do not end",
    "ERR_RESPONSE_HEADERS_TOO_BIG",
    { code: "net-not-http", detail: "ERR_RESPONSE_HEADERS_TOO_BIG" },
  ],
  ["redirects do not end", "ERR_TOO_MANY_REDIRECTS", { code: "redirect-loop" }],
  ["something new happens", "ERR_FLUX_CAPACITOR", { code: "net-failed", detail: "ERR_FLUX_CAPACITOR" }],
])("before an answer: %s", (_, name, expected) => {
  expect(networkFault(`net::${name}`, before)).toEqual(expected);
});

test.each([
  ["it is shorter than announced", "ERR_CONTENT_LENGTH_MISMATCH"],
  ["its last chunk is missing", "ERR_INCOMPLETE_CHUNKED_ENCODING"],
  ["its chunks are garbled", "ERR_INVALID_CHUNKED_ENCODING"],
  ["its compression is broken", "ERR_CONTENT_DECODING_FAILED"],
  ["the connection is cut", "ERR_CONNECTION_RESET"],
  ["the connection is closed", "ERR_CONNECTION_CLOSED"],
])("in the middle of an answer: %s", (_, name) => {
  expect(networkFault(`net::${name}`, during)).toEqual({ code: "answer-cut-off", bytes: 512 });
});

test("an error that is none of Chromium's is told in its own words", () => {
  expect(networkFault("Redirect was cancelled", before)).toEqual({
    code: "net-failed",
    detail: "Redirect was cancelled",
  });
});

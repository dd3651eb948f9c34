// @ts-check

/**
 * The proxy on the way to https addresses, as the environment or npm's settings name it. npm hands its settings to
 * whatever it starts. Node's own fetch looks at neither.
 * @returns {string | undefined}
 */
export function findProxy() {
  const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY, npm_config_https_proxy, npm_config_proxy } = process.env;
  const environment = https_proxy || HTTPS_PROXY || http_proxy || HTTP_PROXY;
  return environment || npm_config_https_proxy || npm_config_proxy || undefined;
}

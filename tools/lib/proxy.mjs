// @ts-check

/**
 * Returns the proxy for https addresses from the environment or from npm's settings. npm passes its settings to the
 * programs that it starts. Node's own fetch reads neither.
 * @returns {string | undefined}
 */
export function findProxy() {
  const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY, npm_config_https_proxy, npm_config_proxy } = process.env;
  const environment = https_proxy || HTTPS_PROXY || http_proxy || HTTP_PROXY;
  return environment || npm_config_https_proxy || npm_config_proxy || undefined;
}

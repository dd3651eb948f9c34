// @ts-check

/**
 * Shows the progress of a download: one changing line on a terminal, one line per quarter in a log.
 * @param {string} what
 * @param {number} total bytes
 * @returns {(bytes: number) => void}
 */
export function showProgress(what, total) {
  const terminal = process.stderr.isTTY;
  const step = terminal ? 1 : 25;
  let shown = -1;
  return (bytes) => {
    const percent = Math.floor((100 * bytes) / total / step) * step;
    if (percent === shown) return;
    shown = percent;
    const end = terminal && percent < 100 ? "\r" : "\n";
    process.stderr.write(`keyferry: ${what}, ${percent} % of ${Math.round(total / 1e6)} MB${end}`);
  };
}

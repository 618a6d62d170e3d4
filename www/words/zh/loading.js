/** What is said of files that cannot be loaded, in Chinese: the build puts this in the place of `www/src/wording/loading.js`. */

/** @param {string} address @param {number} status */
export const answered = (address, status) => `${address}：服务器返回${status}`;
/** @param {string} address */
export const unreachable = (address) => `${address}：无法连接服务器，或连接中断`;
export const noEngine = "此浏览器没有WebAssembly，或其版本过旧，无法运行Xenotime。需要Chrome或Edge 97、Firefox 102、Safari 16或更新的版本。";
/** @param {string} address */
export const notLoaded = (address) => `无法加载${address}`;

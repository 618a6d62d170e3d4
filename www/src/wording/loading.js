/** What is said of files that cannot be loaded, and what they are called. The build puts another language's module in the place of this one. */

/** @param {string} address @param {number} status */
export const answered = (address, status) => `${address}: the server answered ${status}`;
/** @param {string} address */
export const unreachable = (address) => `${address}: the server could not be reached, or the connection broke off`;
/** What the browser lacks, and which have it: as the README's table of browsers says. */
export const noEngine = "This browser has no WebAssembly, or a version of it that is too old, and cannot run Xenotime. Chrome and Edge can from version 97 on, Firefox from 102 and Safari from 16.";
/** @param {string} address */
export const notLoaded = (address) => `${address} could not be loaded`;

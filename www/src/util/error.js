/** What went wrong, in words. */

/** @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/**
 * What the module said when it panicked, if it did.
 * @param {() => string | undefined} lastPanic The module's own, which throws where none is loaded.
 */
export function panicOf(lastPanic) {
  try {
    return lastPanic();
  } catch {
    return undefined;
  }
}

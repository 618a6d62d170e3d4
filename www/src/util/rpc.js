/** A page and its worker: one way to start one, one way to ask it. */

import * as words from "../wording/loading.js";

/**
 * Starts a worker and waits until it can be asked. Its first message says where its module lies; it
 * answers that it is ready, or why it is not.
 * @param {string} address
 * @param {Record<string, unknown>} first
 * @param {(data: any) => void} receive Takes every later message.
 * @param {() => void} lost Told when it breaks down after that.
 * @returns {Promise<Worker>}
 */
export function startWorker(address, first, receive, lost) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address);
    let isReady = false;
    const failed = (/** @type {string} */ reason) => {
      worker.terminate();
      if (isReady) lost();
      else reject(new Error(reason));
    };
    worker.addEventListener("message", ({ data }) => {
      if (data.ready) {
        isReady = true;
        resolve(worker);
      } else if (data.unready !== undefined) {
        failed(data.unready);
      } else {
        receive(data);
      }
    });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      failed(event.message || words.notLoaded(address));
    });
    worker.postMessage(first);
  });
}

/** Questions that wait for their answers, by number. */
export class Questions {
  #last = 0;
  /** @type {Map<number, { resolve: (answer: any) => void, reject: (error: Error) => void }>} */
  #waiting = new Map();

  /** A number that no other question has. */
  next() {
    this.#last += 1;
    return this.#last;
  }

  /**
   * @param {number} id
   * @returns {Promise<any>}
   */
  wait(id) {
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  /** @param {number} id */
  has(id) {
    return this.#waiting.has(id);
  }

  /** Fails all that wait. @param {string} reason */
  fail(reason) {
    const waiting = Array.from(this.#waiting.values());
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error(reason));
  }

  /** @param {{ id: number, answer?: unknown, error?: string }} message */
  settle({ id, answer, error }) {
    const question = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) question?.resolve(answer);
    else question?.reject(new Error(error));
  }
}

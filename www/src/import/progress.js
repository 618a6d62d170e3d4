/** How far a reading in the worker is, told now and then. */

/** How often progress is told, and how often a call to stop can be heard, in milliseconds. */
const OFTEN = 100;
const TURN = 30;

/** How far a reading is. */
export class Progress {
  /**
   * @param {number} id Of what the page asked for.
   * @param {number} total In bytes.
   * @param {(id: number) => boolean} isCancelled
   */
  constructor(id, total, isCancelled) {
    this.id = id;
    this.total = total;
    this.isCancelled = () => isCancelled(id);
    this.done = 0;
    /** Rows that others read. */
    this.elsewhere = 0;
    this.told = 0;
    this.heard = performance.now();
    this.start = performance.now();
  }

  seconds() {
    return (performance.now() - this.start) / 1000;
  }

  /**
   * Says how far it is, now and then, and lets what the page says meanwhile be heard.
   * @param {string} name
   * @param {import("../../xenotime").Importer} importer
   */
  async tell(name, importer) {
    const now = performance.now();
    if (now - this.heard <= TURN) return;
    if (now - this.told > OFTEN) {
      this.told = now;
      const { id, done, total } = this;
      postMessage({ id, progress: { done, total, seconds: this.seconds(), rows: importer.rows() + this.elsewhere, name } });
    }
    await turn();
    this.heard = performance.now();
  }
}

/** Messages, a call to stop among them, are heard between turns only; a timer's turn comes late. */
function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });
}

/** What the worker fetches when a file comes packed in something. */

import init, { Checksum, Members, Unpacker } from "glue/unpacker";

import { handOver } from "../util/load.js";

/** @type {import("../../xenotime").Unpacking} */
const unpacking = {
  start: async (module) => {
    await init({ module_or_path: module });
  },
  Checksum,
  Members,
  Unpacker,
};

handOver(unpacking);

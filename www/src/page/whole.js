/** The whole module, for the page's script to use in place of its own. */

import init, { Session, lastPanic } from "glue/whole";

import { handOver } from "../util/load.js";

handOver({ init, Session, lastPanic });

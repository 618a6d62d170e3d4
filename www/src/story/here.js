// The checker on the page's own thread, where no worker can be had: brought only there.

import { handOver } from "../util/load.js";
import { fetchChecker, startChecker } from "./checker.js";

handOver({ fetchChecker, startChecker });

// The checker on the page's own thread, where no worker can be had: brought only there.

import { handOver } from "../util/load.js";
import { answerTo, fetchChecker, startChecker } from "./checker.js";

handOver({ answerTo, fetchChecker, startChecker });

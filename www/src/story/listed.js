/** The cards' script, which comes with the first findings. */

import { handOver } from "../util/load.js";
import { createCards } from "./cards.js";

handOver(createCards);

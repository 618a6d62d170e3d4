/** What comes with the first findings: the cards, and what is asked for now and then. */

import { handOver } from "../util/load.js";
import { createCards } from "./cards.js";
import { textOf } from "./opening.js";
import { createOutgoing } from "./outgoing.js";

handOver({ createCards, createOutgoing, textOf });

/** What comes with the first findings: the cards, the marks in the story and its editing, and what is asked for now and then. */

import { handOver } from "../util/load.js";
import { createCards } from "./cards.js";
import { createEditing } from "./editing.js";
import { createMarks } from "./marks.js";
import { textOf } from "./opening.js";
import { createOutgoing } from "./outgoing.js";
import { createHost } from "./own.js";
import { readFragment } from "./sharing.js";
import { tally } from "./tally.js";

handOver({ createCards, createEditing, createHost, createMarks, createOutgoing, readFragment, tally, textOf });

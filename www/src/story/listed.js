/** What comes with the first findings: the cards, the marks in the story and its editing, and what is asked for now and then. */

import { handOver } from "../util/load.js";
import { createCards } from "./cards.js";
import { createEditing } from "./editing.js";
import { createMarks } from "./marks.js";
import { textOf } from "./opening.js";
import { createOutgoing } from "./outgoing.js";
import { readFragment } from "./sharing.js";

handOver({ createCards, createEditing, createMarks, createOutgoing, readFragment, textOf });

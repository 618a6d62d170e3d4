/** The whole module, for the page's script to use in place of its own, and what is taken away with it. */

import init, { Session, lastPanic } from "glue/whole";

import { createDesk } from "../desk/panel.js";
import { handOver } from "../util/load.js";
import { createEmbedPanel } from "./embed-panel.js";
import { copyTable, pictureName, pinnedHeight, png, saveCsv, savePinned, savePng, saveSvg, saveXlsx } from "./saving.js";
import { pictureSnippet, pinnedSnippet } from "./snippet.js";
import { studies } from "./studies.js";
import { createTable } from "./table.js";

const tools = { copyTable, createDesk, createEmbedPanel, createTable, pictureName, pictureSnippet, pinnedHeight, pinnedSnippet, png, saveCsv, savePinned, savePng, saveSvg, saveXlsx, studies };
/** @typedef {typeof tools} Tools */

handOver({ init, Session, lastPanic, tools });

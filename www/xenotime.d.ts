// What the page's scripts see of the modules. The Rust side is src/browser/session.rs and
// src/charts/page.rs.

export interface Choice {
  value: string;
  label: string;
  /** By what else it is found. */
  also: string;
}

export interface Control {
  name: string;
  value: string;
  choices: Choice[];
}

export interface Page {
  address: string;
  home: string;
  embed: string;
  title: string;
  description: string;
  file_name: string;
  chart: string;
  theme: "auto" | "light" | "dark";
  zoomable: boolean;
  zoomed: boolean;
  marks: number;
  dated: boolean;
  calibrating: boolean;
  controls: Control[];
  fragments: Fragment[];
  problems: string[];
  needs: string[];
}

export interface Fragment {
  name: string;
  html: string;
}

export interface Point {
  x: number;
  y: number;
  series: string;
  period: string;
  value: string;
  status: string;
  note: string;
  /** Safe HTML. */
  sources: string;
  place: number;
  of: number;
  /** What choosing it leads to, where that is no month; the first page's module never says. */
  study: string | null;
}

/** The Rust side of the table is src/tables/ranking.rs and src/browser/rows.rs. */
export interface RankingHead {
  code: string;
  label: string;
  name: string;
  sorted: "none" | "ascending" | "descending";
}

export interface RankedRow {
  code: string;
  name: string;
  kind: "total" | "part" | "group" | "outside";
  chosen: boolean;
  cells: string[];
}

export interface PeriodChoice {
  value: string;
  label: string;
}

export interface Ranking {
  caption: string;
  heads: RankingHead[];
  rows: RankedRow[];
  found: number;
  all: number;
  period: string;
  periods: PeriodChoice[];
  notes: string[];
}

export interface ShownRanking {
  ranking: Ranking;
  /** Safe HTML. */
  sources: string;
  needs: string[];
}

export declare class Session {
  constructor(observations: string, sources: string, products: string, events: string, dataset: string, partners: string);
  addPart(name: string, text: string): void;
  static own(
    observations: string,
    sources: string,
    products: string,
    partners: string,
    reporter: string,
    origin: string,
    counts: string,
  ): Session;
  open(search: string): Page;
  draw(canvas: HTMLCanvasElement, ratio: number, dark: boolean): void;
  picture(canvas: HTMLCanvasElement, ratio: number, dark: boolean): void;
  highlight(canvas: HTMLCanvasElement, ratio: number, dark: boolean, index: number): void;
  nearest(x: number, y: number): number | undefined;
  start(): number | undefined;
  step(index: number, key: string): number | undefined;
  point(index: number): Point | undefined;
  choose(index: number): string | undefined;
  set(name: string, value: string): string;
  monthStep(by: number): string | undefined;
  zoom(one: number, other: number): string | undefined;
  unzoom(): string;
  csv(): string;
  between(from: string, to: string): string | undefined;
  overview(): string;
  knownOn(date: string): string | undefined;
  known(): string | undefined;
  isDated(): boolean;
  notes(): string;
  withNote(from: string, to: string, text: string): string | undefined;
  withoutNote(place: number): string;
  asSeries(): string;
  seriesWith(name: string, value: string): string;
  transforms(): Control[];
  table(asked: string): ShownRanking;
  rowLeads(asked: string, code: string): string;
  leads(search: string): string;
  tableCsv(asked: string): string;
  subject(): string;
  height(width: number): number;
  pictureHeight(width: number, height?: number): number;
  pinned(theme: string, live: string): string;
  svg(width: number, height: number, dark: boolean): string;
  takesLong(search: string): boolean;
  needs(search: string): string[];
  study(search: string): Float64Array;
  goOn(search: string, numbers: Float64Array): void;
  calibration(search: string): string;
  calibrated(words?: string): string;
  free(): void;
}

/** The Rust side of what follows is src/stories/report.rs and src/browser/story.rs. */
export interface Finding {
  /** In bytes. */
  start: number;
  end: number;
  text: string;
  /** The sentence that it stands in; of a table, the line. */
  sentence: string;
  flow: "export" | "import" | null;
  product: string | null;
  partner: string;
  measure: "volume" | "value";
  period: string | null;
  months: number | null;
  comparison: string | null;
  stated: number | null;
  unit: string | null;
  computed: number | null;
  verdict: "supported" | "close" | "misplaced" | "contradicted" | "unclear" | "not_checkable";
  partner_name: string;
  baseline: string | null;
  baseline_months: number | null;
  /** What was judged, in words, and which parts of it the figure's own sentence does not say. */
  reading: string;
  unsaid: string[];
  firm: boolean;
  suggested: string | null;
  publications: SourceReport[];
  reason: string;
  sources: string[];
  formula: string;
  cells: CellReport[];
  /** What they are counted in, as a table’s head has it. */
  cells_in: string;
  chart: string | null;
  context: string[];
}

/** A source as a reader outside can find it. */
export interface SourceReport {
  id: string;
  publisher: string;
  published: string;
  title: string;
  url: string;
}

export interface CellReport {
  period: string;
  months: number;
  value: number;
  status: string;
  sources: string[];
}

export interface Publication {
  id: string;
  credit: string;
  url: string;
}

export interface Answer {
  /** Where each finding begins and ends, as strings count. */
  places: [number, number][];
  verdicts: string[];
  /** What is supposed of when it was written, where nobody said. */
  supposed: string;
  /** The day of its dateline, `YYYY-MM-DD`, where it is dated by that; else empty. */
  day: string;
  /** The codes of a reader's own goods, where it names none of them. */
  unnamed: string[];
}

export interface Details {
  findings: Finding[];
  sources: Publication[];
}

export declare class CheckedStory {
  answer(): Answer;
  details(numbers: number[]): Details;
  markdown(decisions: string, charts: string): string;
  free(): void;
}

export declare class StoryChecker {
  constructor(observations: string, sources: string, products: string, events: string, dataset: string, partners: string);
  addPart(name: string, text: string): void;
  static own(observations: string, sources: string, products: string, partners: string, reporter: string, origin: string): StoryChecker;
  check(text: string, date: string): CheckedStory;
  subject(): string;
  edition(): string;
  forgetAfter(day: string): void;
  free(): void;
}

/** The Rust side of what follows is src/browser/importer.rs. */
export interface Item {
  code: string;
  name: string;
  alpha2: string;
  /** Whether the code was made of the name. */
  made: boolean;
}

export interface Summary {
  read: number;
  skipped: number;
  /** How many rows were left out, and why. */
  left_out: [number, string][];
  replaced: number;
  repeated: number;
  unweighed: number;
  sums: number;
  files: [string, string][];
  notes: [string, string][];
  first: string;
  last: string;
  reporters: Item[];
  all_reporters: number;
  product: string;
}

export interface AnswerOption {
  value: string;
  label: string;
}

export interface Question {
  id: string;
  text: string;
  likely: string;
  options: AnswerOption[];
  consequence: string;
}

export interface Refused {
  reason: string;
  header: string[];
  /** The letters of the columns that have no heading, in the places of theirs. */
  letters: string[];
  rows: string[][];
  guess: [string, string][];
  questions: Question[];
  preview: string[];
}

export interface Unmapped extends Refused {
  name: string;
  /** Whether it is one of several parts that a file holds. */
  part: boolean;
  /** The label of the decoder that its letters were read by, where they are no UTF-8. */
  encoding?: string | undefined;
}

/** How a table would be read, by the name of the part that was, and what is asked of those that follow. */
export interface Previewed extends Refused {
  name: string;
  /** What was found in columns where none were chosen, as a mapping's lines. */
  columns: string[];
  others: (Unmapped & { index: number })[];
}

export interface Tidy {
  observations: string;
  sources: string;
  products: string;
  partners: string;
  reporter: string;
  origin: string;
  counts: string;
}

export interface RowError {
  file: string;
  line: number;
  column: string;
  found: string;
  expected: string;
}

export interface Needed {
  path: string;
  bytes: number;
}

export interface Found {
  found: Item[];
  all: number;
}

export interface ChosenPart {
  at: number;
  name: string;
}

export interface ChosenParts {
  sheets: boolean;
  named: boolean;
  parts: ChosenPart[];
  questions: Question[];
}

export interface Packed {
  start: number;
  packed: number;
  size: number;
  crc: number;
  stored: boolean;
}

/** A file that can be read at once, wherever; it may throw. */
export interface Bytes {
  read(from: number, length: number): Uint8Array;
}

export declare class Unpacker {
  constructor(bytes: Bytes, length: number);
  choose(ranks: Uint8Array, answer?: string): ChosenParts;
  count(): number;
  head(at: number): Uint8Array;
  letters(): string | undefined;
  sheet(at: number): Uint8Array;
  entry(at: number): Packed;
  free(): void;
}

export declare class Checksum {
  constructor();
  update(bytes: Uint8Array): void;
  sum(): number;
  free(): void;
}

export declare class Members {
  constructor(bytes: Bytes, length: number);
  read(most: number): Uint8Array;
  free(): void;
}

/** What a worker fetches when a file comes packed in something: see www/src/import/unpack.js. */
export interface Unpacking {
  start(module: Promise<Response>): Promise<void>;
  Unpacker: typeof Unpacker;
  Checksum: typeof Checksum;
  Members: typeof Members;
}

export declare class Spreadsheet {
  static of(csv: string): Uint8Array;
}

export declare class Importer {
  divides(): boolean;
  static firstRecord(bytes: Uint8Array): number | undefined;
  skip(): void;
  stretch(last: boolean): Uint8Array | undefined;
  join(stretch: Uint8Array): boolean;
  constructor();
  static encoding(head: Uint8Array): string | undefined;
  static countries(): string;
  learn(names: string): void;
  wantsGoods(): boolean;
  nameGoods(names: string): void;
  tried(head: Uint8Array): number | undefined;
  abandon(): void;
  begin(name: string, mapping?: string, shows?: boolean): void;
  feed(bytes: Uint8Array): Refused | null | undefined;
  end(): Refused | null | undefined;
  rows(): number;
  index(text: string): string | undefined;
  needed(reporter: string, products: string, mirror: boolean): Needed[];
  have(path: string): void;
  summary(): Summary;
  first(reporter: string): string | undefined;
  products(reporter: string, wanted: string, chosen: string, most: number): Found;
  partners(reporter: string, wanted: string, most: number): Found;
  forStories(reporter: string): Tidy;
  tidy(
    reporter: string,
    product: string,
    partners: number,
    also: string,
    mirror: boolean,
  ): Tidy;
  slips(): RowError[];
  table(asked: string): Ranking | undefined;
  tableCsv(asked: string): string;
  csv(): string;
  free(): void;
}

/** The page as the panel of a reader's own data knows it; see src/page/main.js and src/story/main.js. */
export interface Host<Own = Session> {
  /** Whether it checks stories, which may speak of all goods and partners. */
  forStories?: boolean;
  /** A session over what the importer made of files. */
  session(tidy: Tidy, reporter: string): Promise<Own>;
  /** What the files that a session was made of have by partner and product: taken where a page shows it. */
  offerRows?(rows: (session: number) => import("./src/page/table.js").Rows | undefined): void;
  /** Tells of Back and Forward leading to another session. */
  onTurn(hear: (which: number) => void): void;
  /**
   * Shows a session, or the bundled data: as the address asks, afresh, or as before. A wish sets
   * parts of the query; the view asked for is that of an address that waited for a file; the
   * hash is for the address.
   */
  use(
    session: Own | undefined,
    way: "asked" | "fresh" | "kept",
    problems?: string[],
    wish?: Record<string, string>,
    asked?: string,
    hash?: string,
  ): number;
}

/** As browsers with File System Access have it. */
export interface Handle {
  name: string;
  getFile(): Promise<File>;
  requestPermission(wanted: { mode: "read" }): Promise<"granted" | "denied" | "prompt">;
}

/** Starts a module. */
export default function init(options: { module_or_path: Promise<Response> | Uint8Array }): Promise<unknown>;
export declare function lastPanic(): string | undefined;

declare global {
  /** In workers alone. */
  class FileReaderSync {
    readAsArrayBuffer(blob: Blob): ArrayBuffer;
  }
  function importScripts(...addresses: string[]): void;
  /** Where the browser has it. */
  var showOpenFilePicker: ((options: { multiple: boolean }) => Promise<Handle[]>) | undefined;
}

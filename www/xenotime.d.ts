// What the page's scripts see of the module. The Rust side is src/browser/session.rs and
// src/view/page.rs.

export interface Choice {
  value: string;
  label: string;
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
  controls: Control[];
  fragments: { name: string; html: string }[];
  problems: string[];
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
}

export declare class Session {
  constructor(observations: string, sources: string, products: string, events: string);
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
  svg(width: number, height: number, dark: boolean): string;
  free(): void;
}

interface Module {
  (options: { module_or_path: Promise<Response> | Uint8Array }): Promise<unknown>;
  Session: typeof Session;
  lastPanic(): string | undefined;
}

declare global {
  /** Made by wasm-bindgen. */
  const wasm_bindgen: Module;
  /** Made by the build, in offline.js. */
  var xenotimeOffline: { files: Record<string, string>; module: string };
}

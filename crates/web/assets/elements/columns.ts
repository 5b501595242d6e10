// Column widths: dragged at the grip of a header, and then part of the list's address, so that a saved view keeps them and a
// link shows them to others. A list whose address says none has those that were last used here (data-columns).
import htmx from "htmx.org";

const NARROWEST = 64;
/** By how many pixels one press of a key widens or narrows. */
const STEP = 16;
/** So long nothing more is pressed before the width counts, in milliseconds. */
const PAUSE = 400;

type Widths = Map<string, number>;

export function makeResizable(table: HTMLTableElement): void {
  const widths = known(table);
  for (const column of table.querySelectorAll<HTMLTableColElement>("col[data-column]")) {
    const width = widths.get(column.dataset["column"] ?? "");
    if (width) column.style.inlineSize = `${width}px`;
  }
  for (const header of table.querySelectorAll<HTMLElement>("thead th[data-column]")) {
    if (header.querySelector(".grip")) continue;
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.addEventListener("pointerdown", (event) => drag(event, table, header, widths));
    grip.addEventListener("dblclick", () => {
      setWidth(table, header, widths, null);
      keep(table, widths);
    });
    header.append(grip);
    let pause = 0;
    header.addEventListener("keydown", (event) => {
      if (!widen(event, table, header, widths)) return;
      clearTimeout(pause);
      pause = window.setTimeout(() => keep(table, widths), PAUSE);
    });
  }
}

/** Shift and an arrow, where a heading has the focus. */
function widen(event: KeyboardEvent, table: HTMLTableElement, header: HTMLElement, widths: Widths): boolean {
  const steps = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!steps || !event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
  event.preventDefault();
  const direction = getComputedStyle(table).direction === "rtl" ? -1 : 1;
  setWidth(table, header, widths, Math.max(NARROWEST, header.offsetWidth + direction * steps * STEP));
  return true;
}

function drag(event: PointerEvent, table: HTMLTableElement, header: HTMLElement, widths: Widths): void {
  event.preventDefault();
  const grip = event.currentTarget as HTMLElement;
  const direction = getComputedStyle(table).direction === "rtl" ? -1 : 1;
  const start = header.offsetWidth - direction * event.clientX;
  let moved = false;
  const move = (e: PointerEvent) => {
    moved = true;
    setWidth(table, header, widths, Math.max(NARROWEST, Math.round(start + direction * e.clientX)));
  };
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener("pointermove", move);
  const end = () => {
    grip.removeEventListener("pointermove", move);
    if (moved) keep(table, widths);
  };
  grip.addEventListener("lostpointercapture", end, { once: true });
}

function setWidth(table: HTMLTableElement, header: HTMLElement, widths: Widths, width: number | null): void {
  const name = header.dataset["column"] ?? "";
  const column = table.querySelector<HTMLElement>(`col[data-column="${CSS.escape(name)}"]`);
  if (!column) return;
  column.style.inlineSize = width ? `${width}px` : "";
  if (width) widths.set(name, width);
  else widths.delete(name);
}

/** Puts the widths into the address; what leads on from the list is fetched anew, and its rows stay. */
function keep(table: HTMLTableElement, widths: Widths): void {
  localStorage.setItem(storageKey(table), JSON.stringify(Object.fromEntries(widths)));
  const address = new URL(table.dataset["href"] ?? location.href, location.href);
  address.searchParams.set("widths", [...widths].map(([name, width]) => `${name}:${width}`).join(","));
  const href = `${address.pathname}${address.search}`;
  table.dataset["href"] = href;
  history.replaceState(history.state, "", href);
  const source = table.closest("k-list")?.querySelector("[data-renews]");
  if (source) void htmx.ajax("get", href, { source, swap: "none" });
}

/** What the address says, else what was last used. */
function known(table: HTMLTableElement): Widths {
  const said = [...table.querySelectorAll<HTMLElement>("col[data-width]")];
  if (said.length) return new Map(said.map((column) => [column.dataset["column"] ?? "", Number(column.dataset["width"])]));
  return new Map(Object.entries(read(table)));
}

function read(table: HTMLTableElement): Record<string, number> {
  try {
    return JSON.parse(localStorage.getItem(storageKey(table)) ?? "{}") as Record<string, number>;
  } catch {
    return {};
  }
}

function storageKey(table: HTMLTableElement): string {
  return `columns:${table.dataset["columns"] ?? location.pathname}`;
}

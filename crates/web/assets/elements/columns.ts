// Column widths: dragged at the grip of a header, kept in this browser per table (data-columns).

const NARROWEST = 64;

export function makeResizable(table: HTMLTableElement): void {
  const widths = new Map<string, number>(Object.entries(read(table)));
  for (const column of table.querySelectorAll<HTMLTableColElement>("col[data-column]")) {
    const width = widths.get(column.dataset["column"] ?? "");
    if (width) column.style.inlineSize = `${width}px`;
  }
  for (const header of table.querySelectorAll<HTMLElement>("thead th[data-column]")) {
    if (header.querySelector(".grip")) continue;
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.addEventListener("pointerdown", (event) => drag(event, table, header, widths));
    grip.addEventListener("dblclick", () => setWidth(table, header, widths, null));
    header.append(grip);
  }
}

function drag(event: PointerEvent, table: HTMLTableElement, header: HTMLElement, widths: Map<string, number>): void {
  event.preventDefault();
  const grip = event.currentTarget as HTMLElement;
  const direction = getComputedStyle(table).direction === "rtl" ? -1 : 1;
  const start = header.offsetWidth - direction * event.clientX;
  const move = (e: PointerEvent) => setWidth(table, header, widths, Math.max(NARROWEST, start + direction * e.clientX));
  grip.setPointerCapture(event.pointerId);
  grip.addEventListener("pointermove", move);
  grip.addEventListener("lostpointercapture", () => grip.removeEventListener("pointermove", move), { once: true });
}

function setWidth(table: HTMLTableElement, header: HTMLElement, widths: Map<string, number>, width: number | null): void {
  const name = header.dataset["column"] ?? "";
  const column = table.querySelector<HTMLElement>(`col[data-column="${CSS.escape(name)}"]`);
  if (!column) return;
  column.style.inlineSize = width ? `${width}px` : "";
  if (width) widths.set(name, width);
  else widths.delete(name);
  localStorage.setItem(storageKey(table), JSON.stringify(Object.fromEntries(widths)));
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

// <k-list>: a table walked with j, k and the arrows; x selects, Enter opens, Space peeks, a double
// click or typing on a cell edits. The checkboxes belong to a form, so selecting works without it.
import htmx from "htmx.org";
import { makeResizable } from "./columns";
import { isCharacter, isTyping } from "./dom";
import { openCell } from "./edit";
import { Window } from "./window";

class List extends HTMLElement {
  private last: HTMLInputElement | null = null;
  private window: Window | null = null;

  connectedCallback(): void {
    const table = this.querySelector("table");
    if (!table) return;
    makeResizable(table);
    this.makeFocusable();
    const [body] = table.tBodies;
    const frame = this.querySelector<HTMLElement>(".list-frame");
    if (body && frame) this.window = new Window(body, frame);
    this.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("dblclick", (event) => this.editAt(event.target as Element));
    this.addEventListener("click", (event) => this.extend(event));
    this.addEventListener("change", (event) => this.selected(event.target));
    this.addEventListener("htmx:afterSettle", (event) => this.renewed(table, event.target));
    document.addEventListener("keydown", this.enter);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.enter);
    this.window?.disconnect();
  }

  private get rows(): HTMLTableRowElement[] {
    return [...this.querySelectorAll<HTMLTableRowElement>("tbody tr[data-row]")];
  }

  private get sheet(): HTMLDialogElement | null {
    return this.querySelector("dialog.sheet");
  }

  /** Rows came at the end, or one came anew. */
  private renewed(table: HTMLTableElement, target: EventTarget | null): void {
    makeResizable(table);
    this.makeFocusable(target instanceof HTMLTableRowElement ? target : null);
    this.window?.renew();
  }

  private makeFocusable(one: HTMLTableRowElement | null = null): void {
    const fresh = one ? [one] : [];
    const body = this.querySelector("tbody");
    // From the end, since what was made so stays so.
    for (let row = body?.lastElementChild; row; row = row.previousElementSibling) {
      if (!(row instanceof HTMLTableRowElement) || !row.matches("[data-row]")) continue;
      if (row.hasAttribute("tabindex")) break;
      fresh.push(row);
    }
    for (const row of fresh) {
      if (!row.hasAttribute("tabindex")) row.tabIndex = -1;
      for (const cell of row.querySelectorAll<HTMLElement>("td[data-edit]:not([tabindex])")) cell.tabIndex = -1;
    }
    const first = this.querySelector<HTMLElement>("tbody tr[data-row]");
    if (first && !this.querySelector("tr[tabindex='0']")) first.tabIndex = 0;
    this.count();
  }

  /** With nothing focused, j or an arrow enters the list. */
  private enter = (event: KeyboardEvent): void => {
    if (document.activeElement !== document.body || !["j", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    this.goTo(this.rows.find((row) => row.tabIndex === 0));
  };

  private press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLTableRowElement>("tr[data-row]");
    if (!row || isTyping(target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.inCell(event, target, row) || this.onRow(event, target, row)) event.preventDefault();
  }

  private onRow(event: KeyboardEvent, target: HTMLElement, row: HTMLTableRowElement): boolean {
    const rows = this.rows;
    const at = rows.indexOf(row);
    const onControl = target.matches("a, button, input");
    switch (event.key) {
      case "j": case "ArrowDown": return this.goTo(rows[at + 1]);
      case "k": case "ArrowUp": return this.goTo(rows[at - 1]);
      case "Home": return this.goTo(rows[0]);
      case "End": return this.goTo(rows.at(-1));
      case "x": row.querySelector<HTMLInputElement>(".pick")?.click(); return true;
      case "Enter": if (onControl) return false; row.querySelector<HTMLElement>("th a[href]")?.click(); return true;
      case " ": if (onControl) return false; this.peek(row); return true;
      case "ArrowRight": row.querySelector<HTMLElement>("td[data-edit]")?.focus(); return true;
      case "Escape": return this.closeSheet();
      default: return false;
    }
  }

  private inCell(event: KeyboardEvent, target: HTMLElement, row: HTMLTableRowElement): boolean {
    if (!target.matches("td[data-edit]")) return false;
    const cells = [...row.querySelectorAll<HTMLElement>("td[data-edit]")];
    const at = cells.indexOf(target);
    switch (event.key) {
      case "ArrowRight": cells[at + 1]?.focus(); return true;
      case "ArrowLeft": (cells[at - 1] ?? row).focus(); return true;
      case "Enter": case "F2": openCell(target); return true;
      case "Escape": row.focus(); return true;
      default: if (!isCharacter(event) || event.key === " ") return false; openCell(target, event.key); return true;
    }
  }

  private goTo(row: HTMLTableRowElement | undefined): boolean {
    if (!row) return true;
    for (const other of this.querySelectorAll<HTMLElement>("tr[tabindex='0']")) other.tabIndex = -1;
    row.tabIndex = 0;
    this.window?.reveal(row);
    row.focus();
    if (this.sheet?.open) this.peek(row);
    return true;
  }

  private peek(row: HTMLTableRowElement): void {
    const address = row.dataset["address"];
    const sheet = this.sheet;
    if (address === undefined || !sheet) return;
    void htmx.ajax("get", `${address}/peek`, { target: sheet, swap: "innerHTML" }).then(() => {
      if (!sheet.open) sheet.show();
      row.focus();
    });
  }

  private closeSheet(): boolean {
    this.sheet?.close();
    return true;
  }

  private editAt(target: Element): void {
    const cell = target.closest<HTMLElement>("td[data-edit]");
    if (cell) openCell(cell);
  }

  /** Shift with a click selects everything between this and the last one. */
  private extend(event: MouseEvent): void {
    const pick = event.target;
    if (!(pick instanceof HTMLInputElement) || !pick.matches("tbody .pick")) return;
    const picks = [...this.querySelectorAll<HTMLInputElement>("tbody .pick")];
    const from = this.last ? picks.indexOf(this.last) : -1;
    if (event.shiftKey && from >= 0) {
      const [start, end] = [from, picks.indexOf(pick)].sort((a, b) => a - b);
      for (const between of picks.slice(start, (end ?? 0) + 1)) between.checked = pick.checked;
    }
    this.last = pick;
    this.count();
  }

  private selected(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.matches("thead .pick")) for (const pick of this.querySelectorAll<HTMLInputElement>("tbody .pick")) pick.checked = target.checked;
    this.count();
  }

  private count(): void {
    const output = this.querySelector<HTMLOutputElement>(".selection output");
    const count = this.querySelectorAll("tbody .pick:checked").length;
    if (output) output.value = (output.dataset["text"] ?? "#").replace("#", count.toLocaleString(document.documentElement.lang));
  }
}

customElements.define("k-list", List);

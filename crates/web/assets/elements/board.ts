// <k-board>: cards are dragged to another column with the mouse or a finger, or moved by keyboard: m, then the arrows, Enter.
// Moving a card sends the form that edits its field; the board is then drawn anew.
import htmx from "htmx.org";
import { isTyping } from "./dom";

class Board extends HTMLElement {
  private moving: HTMLElement | null = null;

  connectedCallback(): void {
    const board = this.querySelector<HTMLElement>(".board[data-moves]");
    if (!board) return;
    for (const card of this.cards) card.draggable = true;
    this.addEventListener("dragstart", (event) => this.lift(event));
    this.addEventListener("dragover", (event) => this.over(event));
    this.addEventListener("dragend", () => this.letGo());
    this.addEventListener("drop", (event) => this.drop(event));
    this.addEventListener("keydown", (event) => this.press(event));
  }

  private get cards(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-card]")];
  }

  private get columns(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".column")];
  }

  private lift(event: DragEvent): void {
    const card = (event.target as Element).closest<HTMLElement>("[data-card]");
    if (!card) return;
    this.moving = card;
    card.dataset["lifted"] = "";
    event.dataTransfer?.setData("text/plain", card.getAttribute("aria-label") ?? "");
  }

  private over(event: DragEvent): void {
    const column = (event.target as Element).closest<HTMLElement>(".column");
    if (!this.moving || !column) return;
    event.preventDefault();
    for (const other of this.columns) other.toggleAttribute("data-over", other === column);
  }

  private drop(event: DragEvent): void {
    const column = (event.target as Element).closest<HTMLElement>(".column");
    if (!this.moving || !column) return;
    event.preventDefault();
    void this.move(this.moving, column);
  }

  private letGo(): void {
    for (const column of this.columns) column.removeAttribute("data-over");
    delete this.moving?.dataset["lifted"];
    this.moving = null;
  }

  private press(event: KeyboardEvent): void {
    const card = (event.target as Element).closest<HTMLElement>("[data-card]");
    if (!card || isTyping(event.target as HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.moving ? this.aim(event.key, card) : this.walk(event.key, card)) event.preventDefault();
  }

  /** Without a card in hand: from card to card. */
  private walk(key: string, card: HTMLElement): boolean {
    const column = card.closest<HTMLElement>(".column");
    const inColumn = column ? [...column.querySelectorAll<HTMLElement>("[data-card]")] : [];
    const at = inColumn.indexOf(card);
    switch (key) {
      case "m": this.moving = card; card.dataset["lifted"] = ""; this.mark(column); return true;
      case "j": case "ArrowDown": inColumn[at + 1]?.focus(); return true;
      case "k": case "ArrowUp": inColumn[at - 1]?.focus(); return true;
      case "ArrowRight": case "ArrowLeft": this.beside(column, key === "ArrowRight" ? 1 : -1)?.querySelector<HTMLElement>("[data-card]")?.focus(); return true;
      case "Enter": if (document.activeElement !== card) return false; card.querySelector<HTMLElement>("h3 a")?.click(); return true;
      default: return false;
    }
  }

  /** With a card in hand: to which column. */
  private aim(key: string, card: HTMLElement): boolean {
    const now = this.querySelector<HTMLElement>(".column[data-over]") ?? card.closest<HTMLElement>(".column");
    switch (key) {
      case "ArrowRight": case "l": this.mark(this.beside(now, 1)); return true;
      case "ArrowLeft": case "h": this.mark(this.beside(now, -1)); return true;
      case "Enter": case " ": if (now) void this.move(card, now); return true;
      case "Escape": this.letGo(); return true;
      default: return false;
    }
  }

  private beside(column: HTMLElement | null, step: number): HTMLElement | null {
    const columns = this.columns;
    return columns[(column ? columns.indexOf(column) : 0) + step] ?? column;
  }

  private mark(column: HTMLElement | null): void {
    for (const other of this.columns) other.toggleAttribute("data-over", other === column);
    const said = this.querySelector<HTMLElement>("[data-aiming]");
    if (said) said.textContent = column?.getAttribute("aria-label") ?? "";
    column?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  private async move(card: HTMLElement, column: HTMLElement): Promise<void> {
    const { move, field, seen } = card.dataset;
    const from = card.closest(".column");
    this.letGo();
    if (!move || !field || from === column) return;
    column.querySelector("ol")?.prepend(card.parentElement ?? card);
    card.focus({ preventScroll: true });
    const by = { by: field, [field]: column.dataset["value"] ?? "", seen: seen ?? "null" };
    const stopped = this.parentElement?.querySelector<HTMLElement>("k-stopped");
    if (!stopped) return;
    await htmx.ajax("post", move, { values: by, target: stopped, swap: "innerHTML" });
    if (stopped.querySelector("dialog")) return;
    htmx.trigger(this, "moved");
    const said = this.querySelector<HTMLElement>("[data-said]");
    if (said) said.textContent = (said.dataset["said"] ?? "").replace("#", column.getAttribute("aria-label") ?? "");
  }
}

customElements.define("k-board", Board);

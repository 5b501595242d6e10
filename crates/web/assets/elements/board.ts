// <k-board>: cards are dragged to another column with the mouse, or moved by keyboard: m, then the arrows, Enter. Where the board is
// in the order that people give it, a card is put beside another one. Moving a card sends the form that edits its field, with the
// neighbour that was aimed at; the board is then drawn anew.
import htmx from "htmx.org";
import { isTyping } from "./dom";

class Board extends HTMLElement {
  private moving: HTMLElement | null = null;
  /** The board changed meanwhile. */
  private late = false;
  /** Before so many cards of the column that is aimed at. */
  private place = 0;

  connectedCallback(): void {
    const board = this.querySelector<HTMLElement>(".board[data-moves]");
    if (!board) return;
    for (const card of this.cards) card.draggable = true;
    this.addEventListener("dragstart", (event) => this.lift(event));
    this.addEventListener("dragover", (event) => this.over(event));
    this.addEventListener("dragend", () => this.letGo());
    this.addEventListener("drop", (event) => this.drop(event));
    this.addEventListener("keydown", (event) => this.press(event));
    // What others changed is drawn once nothing is in hand.
    this.addEventListener("htmx:beforeSwap", (event) => {
      if (!this.moving || event.target !== this) return;
      event.preventDefault();
      event.stopPropagation();
      this.late = true;
    });
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
    const cards = this.others(column);
    const behind = cards.findIndex((card) => { const { top, height } = card.getBoundingClientRect(); return event.clientY < top + height / 2; });
    this.mark(column, behind < 0 ? cards.length : behind);
  }

  private drop(event: DragEvent): void {
    const column = (event.target as Element).closest<HTMLElement>(".column");
    if (!this.moving || !column) return;
    event.preventDefault();
    void this.move(this.moving, column);
  }

  private letGo(): void {
    for (const column of this.columns) column.removeAttribute("data-over");
    for (const card of this.cards) card.removeAttribute("data-aim");
    delete this.moving?.dataset["lifted"];
    this.moving = null;
    if (this.late) htmx.trigger(this, "moved");
    this.late = false;
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

  /** With a card in hand: to which column, and where in it. */
  private aim(key: string, card: HTMLElement): boolean {
    const now = this.querySelector<HTMLElement>(".column[data-over]") ?? card.closest<HTMLElement>(".column");
    if (!now) return false;
    switch (key) {
      case "ArrowRight": case "l": this.mark(this.beside(now, 1)); return true;
      case "ArrowLeft": case "h": this.mark(this.beside(now, -1)); return true;
      case "ArrowDown": case "j": this.mark(now, Math.min(this.place + 1, this.others(now).length)); return true;
      case "ArrowUp": case "k": this.mark(now, Math.max(this.place - 1, 0)); return true;
      case "Enter": case " ": void this.move(card, now); return true;
      case "Escape": this.letGo(); return true;
      default: return false;
    }
  }

  private beside(column: HTMLElement | null, step: number): HTMLElement | null {
    const columns = this.columns;
    return columns[(column ? columns.indexOf(column) : 0) + step] ?? column;
  }

  /** The cards of a column among which the one in hand is put. */
  private others(column: HTMLElement): HTMLElement[] {
    return [...column.querySelectorAll<HTMLElement>("[data-card]")].filter((card) => card !== this.moving);
  }

  /** Aims at a column, and at the place before so many of its cards: where the card is, or first. */
  private mark(column: HTMLElement | null, place?: number): void {
    for (const other of this.columns) other.toggleAttribute("data-over", other === column);
    for (const card of this.cards) card.removeAttribute("data-aim");
    if (!column) return;
    const own = column.contains(this.moving) && this.moving ? [...column.querySelectorAll("[data-card]")].indexOf(this.moving) : 0;
    this.place = place ?? own;
    const cards = this.others(column);
    const said = this.querySelector<HTMLElement>("[data-aiming]");
    let aiming = column.getAttribute("aria-label") ?? "";
    const pattern = this.querySelector<HTMLElement>(".board[data-places]")?.dataset["place"];
    if (pattern) {
      const before = cards[this.place];
      if (before) before.dataset["aim"] = "before"; else if (cards.length) cards[cards.length - 1]!.dataset["aim"] = "behind";
      aiming = pattern.replace("#", aiming).replace("@", `${this.place + 1}`).replace("%", `${cards.length + 1}`);
    }
    if (said) said.textContent = aiming;
    column.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (pattern) (cards[this.place] ?? cards[cards.length - 1])?.scrollIntoView({ block: "nearest" });
  }

  private async move(card: HTMLElement, column: HTMLElement): Promise<void> {
    const { move, field, seen } = card.dataset;
    const from = card.closest(".column");
    const places = this.querySelector(".board[data-places]") !== null;
    const cards = this.others(column);
    const [above, below] = places ? [cards[this.place - 1], cards[this.place]] : [undefined, undefined];
    const stays = from === column && (!places || this.place === [...column.querySelectorAll("[data-card]")].indexOf(card));
    // It is drawn anew when the card has moved.
    if (!stays) this.late = false;
    this.letGo();
    if (!move || !field || stays) return;
    const item = card.parentElement ?? card;
    if (above) above.parentElement?.after(item); else column.querySelector("ol")?.prepend(item);
    card.focus({ preventScroll: true });
    // The neighbour above decides: others may have put something between the two meanwhile.
    const beside = above ? { "place.behind": above.id.slice(5) } : below ? { "place.before": below.id.slice(5) } : {};
    const by = { by: field, [field]: column.dataset["value"] ?? "", seen: seen ?? "null", ...beside };
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

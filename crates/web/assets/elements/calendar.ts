// <k-calendar>: appointments are dragged to another time or person with the mouse, or moved by keyboard: m, then the arrows, Enter.
// Moving one sends the form of its own page; the calendar is then drawn anew.
import htmx from "htmx.org";

const QUARTERS = 4;

class Calendar extends HTMLElement {
  private lifted: HTMLElement | null = null;
  /** Where the one in hand lay before it was taken by keyboard. */
  private back: { parent: Node; next: Node | null; row: string } | null = null;
  /** Quarters of an hour between where it was taken and its beginning. */
  private grip = 0;

  connectedCallback(): void {
    this.addEventListener("dragstart", (event) => this.lift(event));
    this.addEventListener("dragover", (event) => this.over(event));
    this.addEventListener("dragend", () => this.letGo());
    this.addEventListener("drop", (event) => this.drop(event));
    this.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("focusout", () => this.back && setTimeout(() => document.activeElement === this.lifted || this.putBack()));
  }

  private lift(event: DragEvent): void {
    const moving = (event.target as Element).closest<HTMLElement>("[data-move]");
    if (!moving) return;
    this.lifted = moving;
    moving.dataset["lifted"] = "";
    this.grip = Math.floor((event.clientY - moving.getBoundingClientRect().top) / this.quarter(moving.closest(".day-body")));
    event.dataTransfer?.setData("text/plain", moving.textContent ?? "");
  }

  private quarter(body: Element | null): number {
    const hour = body?.querySelector(".hour")?.getBoundingClientRect().height ?? 0;
    return hour > 0 ? hour / QUARTERS : 1;
  }

  /** The hour or the day under the pointer, past what lies on it. */
  private under(event: DragEvent): HTMLElement | null {
    const all = this.ownerDocument.elementsFromPoint(event.clientX, event.clientY);
    const found = all.find((element) => element.matches(".hour, td[data-to]"));
    return found instanceof HTMLElement && this.contains(found) ? found : null;
  }

  private over(event: DragEvent): void {
    const target = this.under(event);
    if (!this.lifted || !target) return;
    event.preventDefault();
    this.mark(target);
  }

  private mark(target: Element | null): void {
    for (const marked of this.querySelectorAll("[data-over]")) marked.removeAttribute("data-over");
    target?.setAttribute("data-over", "");
  }

  private drop(event: DragEvent): void {
    const [moving, target] = [this.lifted, this.under(event)];
    if (!moving || !target) return;
    event.preventDefault();
    this.letGo();
    const body = target.closest<HTMLElement>(".day-body");
    if (!body) return void this.send(moving, target.dataset["to"] ?? "", null);
    const box = target.getBoundingClientRect();
    const within = Math.floor((event.clientY - box.top) / this.quarter(body));
    const from = moving.closest(".day-body") ? this.grip : 0;
    // Half hours are what a hand can aim at.
    const row = Math.max(0, Number(target.dataset["q"]) + within - from);
    void this.send(moving, this.at(body, row - (row % 2)), body);
  }

  private letGo(): void {
    this.mark(null);
    if (this.lifted) delete this.lifted.dataset["lifted"];
    this.lifted = null;
    this.back = null;
  }

  private putBack(): void {
    if (this.lifted && this.back) {
      this.lifted.dataset["q"] = this.back.row;
      this.back.parent.insertBefore(this.lifted, this.back.next);
    }
    this.letGo();
  }

  /** The moment at which a row of a column begins, as people write it. */
  private at(body: HTMLElement, row: number): string {
    const minutes = (Number(body.dataset["from"]) * QUARTERS + row) * (60 / QUARTERS);
    const two = (number: number) => String(number).padStart(2, "0");
    return `${body.dataset["day"]} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }

  private press(event: KeyboardEvent): void {
    const focused = (event.target as Element).closest<HTMLElement>("[data-move][data-q]");
    if (!focused || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.back ? this.aim(event.key, focused) : this.take(event.key, focused)) event.preventDefault();
  }

  private take(key: string, focused: HTMLElement): boolean {
    if (key !== "m" || !focused.parentNode) return false;
    this.lifted = focused;
    this.back = { parent: focused.parentNode, next: focused.nextSibling, row: focused.dataset["q"] ?? "0" };
    focused.dataset["lifted"] = "";
    return true;
  }

  private aim(key: string, focused: HTMLElement): boolean {
    switch (key) {
      case "ArrowDown": case "j": this.shift(focused, 2, 0); return true;
      case "ArrowUp": case "k": this.shift(focused, -2, 0); return true;
      case "ArrowRight": case "l": this.shift(focused, 0, 1); return true;
      case "ArrowLeft": case "h": this.shift(focused, 0, -1); return true;
      case "Escape": this.putBack(); focused.focus(); return true;
      case "Enter": case " ": {
        const body = focused.closest<HTMLElement>(".day-body");
        const from = this.back?.parent instanceof HTMLElement ? this.back.parent : null;
        if (body) void this.send(focused, this.at(body, Number(focused.dataset["q"])), body, from);
        this.letGo();
        return true;
      }
      default: return false;
    }
  }

  /** By rows up or down, and by columns to the side. */
  private shift(moving: HTMLElement, rows: number, columns: number): void {
    const bodies = [...this.querySelectorAll<HTMLElement>(".day-body")];
    const here = moving.closest<HTMLElement>(".day-body");
    const body = here && bodies[bodies.indexOf(here) + columns];
    if (!body) return;
    const last = body.querySelectorAll(".hour").length * QUARTERS - 2;
    moving.dataset["q"] = String(Math.min(last, Math.max(0, Number(moving.dataset["q"]) + rows)));
    const kept = this.back;
    if (body !== here) { this.back = null; body.append(moving); moving.focus(); this.back = kept; }
    const said = this.querySelector<HTMLElement>("[data-said]");
    if (said) said.textContent = (said.dataset["said"] ?? "").replace("#", this.at(body, Number(moving.dataset["q"])));
  }

  private async send(moving: HTMLElement, to: string, body: HTMLElement | null, from?: HTMLElement | null): Promise<void> {
    const source = from ?? moving.closest<HTMLElement>(".day-body");
    const values = { at: moving.dataset["at"] ?? "", to, from: source?.dataset["whose"] ?? "", whose: body?.dataset["whose"] ?? "" };
    await htmx.ajax("post", moving.dataset["move"] ?? "", { values, swap: "none", source: moving });
    htmx.trigger(this, "moved");
  }
}

customElements.define("k-calendar", Calendar);

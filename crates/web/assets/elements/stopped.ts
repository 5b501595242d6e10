// <k-stopped>: beside a board, the answer to a move that a rule stopped: a dialog with what is missing. Once it is answered or
// closed the board is drawn anew.
import htmx from "htmx.org";

class Stopped extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("htmx:afterSwap", () => this.show());
    this.addEventListener("click", (event) => this.cancel(event));
  }

  private show(): void {
    const dialog = this.querySelector("dialog");
    if (!dialog) return this.renew();
    dialog.addEventListener("close", () => { dialog.remove(); this.renew(); });
    dialog.showModal();
    dialog.querySelector<HTMLElement>(".body input:not([type=hidden]), .body select, .body textarea")?.focus();
  }

  private cancel(event: MouseEvent): void {
    if (!(event.target as Element).closest("[data-close]")) return;
    event.preventDefault();
    this.querySelector("dialog")?.close();
  }

  private renew(): void {
    const board = this.parentElement?.querySelector("k-board");
    if (board) htmx.trigger(board, "moved");
  }
}

customElements.define("k-stopped", Stopped);

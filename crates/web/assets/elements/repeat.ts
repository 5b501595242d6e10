// <k-repeat>: rows of several values of one kind. [data-add] clones the <template>, [data-remove]
// takes its row away. `__n__` in the template becomes a number no other row has.
import htmx from "htmx.org";

class Repeat extends HTMLElement {
  private next = this.querySelectorAll(".row").length;

  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      const target = event.target as Element;
      if (target.closest("[data-add]")) this.add();
      else this.removeRow(target.closest("[data-remove]")?.closest(".row") ?? null);
    });
  }

  private add(): void {
    const template = this.querySelector("template");
    const row = template?.content.firstElementChild?.cloneNode(true);
    if (!template || !(row instanceof HTMLElement)) return;
    const number = String(this.next++);
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const { name, value } of [...element.attributes]) {
        if (value.includes("__n__")) element.setAttribute(name, value.replaceAll("__n__", number));
      }
    }
    template.before(row);
    htmx.process(row);
    row.querySelector<HTMLElement>("input, textarea, select")?.focus();
  }

  private removeRow(row: Element | null): void {
    if (!row) return;
    const neighbour = row.previousElementSibling ?? row.nextElementSibling;
    row.remove();
    (neighbour?.querySelector<HTMLElement>("input") ?? this.querySelector<HTMLElement>("[data-add]"))?.focus();
    this.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("k-repeat", Repeat);

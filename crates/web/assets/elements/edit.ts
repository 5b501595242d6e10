// <k-edit id>: a value that is edited where it stands. Holds either the value with its [data-open]
// link, or the form the server sent for it; the server's answer replaces the whole element.
import htmx from "htmx.org";

/** The element that shall have the focus again once its value is back. */
let returning: string | null = null;

class Edit extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", (event) => this.open(event));
    this.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("change", (event) => this.choose(event));
    this.addEventListener("submit", () => { returning = this.id; });
    // Later, because an editor that is being replaced loses the focus too, just before it is gone.
    this.addEventListener("focusout", (event) => setTimeout(() => this.leave(event.target)));
    queueMicrotask(() => this.takeFocus());
  }

  private get form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  private open(event: MouseEvent): void {
    const target = event.target as Element;
    if (this.form || target.closest("a, button") || getSelection()?.isCollapsed === false) return;
    this.querySelector<HTMLElement>("[data-open]")?.click();
  }

  private press(event: KeyboardEvent): void {
    if (!this.form || event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.revert();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey || event.target instanceof HTMLSelectElement)) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  /** A choice is complete once made; typed text waits for Enter. */
  private choose(event: Event): void {
    const target = event.target as Element;
    if (this.form && target.matches("select:not([data-wait]), input[type=checkbox]")) this.form.requestSubmit();
  }

  /** Leaving an untouched editor puts the value back; a changed date is sent, changed text stays open. */
  private leave(field: EventTarget | null): void {
    if (!this.form || !this.isConnected || this.contains(document.activeElement) || !document.hasFocus()) return;
    if (this.querySelector("[aria-invalid=true], .conflict")) return;
    if (!isChanged(this.form)) this.revert(false);
    else if (field instanceof HTMLInputElement && field.type.startsWith("date")) this.form.requestSubmit();
  }

  private revert(focus = true): void {
    if (focus) returning = this.id;
    this.querySelector<HTMLElement>("[data-cancel]")?.click();
  }

  private takeFocus(): void {
    const form = this.form;
    if (form && document.readyState === "complete") {
      const wrong = form.querySelector<HTMLElement>("[aria-invalid=true]");
      const field = wrong ?? form.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select");
      field?.focus();
      if (field instanceof HTMLInputElement && field.type === "text") field.select();
      const typed = this.closest<HTMLElement>("[data-typed]");
      if (typed && field instanceof HTMLInputElement) field.value = typed.dataset["typed"] ?? "";
      typed?.removeAttribute("data-typed");
    } else if (!form && returning === this.id && this.id) {
      returning = null;
      const opener = this.querySelector<HTMLElement>("[data-open]");
      (this.closest<HTMLElement>("td") ?? opener)?.focus();
    }
  }
}

function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLSelectElement) return [...field.options].some((o) => o.selected !== o.defaultSelected);
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    return field instanceof HTMLInputElement && (field.value !== field.defaultValue || field.checked !== field.defaultChecked);
  });
}

/** Loads the editor of a table cell; `typed` replaces its value. */
export function openCell(cell: HTMLElement, typed?: string): void {
  const [card, field] = [cell.closest<HTMLElement>("[data-address]")?.dataset["address"], cell.dataset["edit"]];
  if (card === undefined || !field || cell.querySelector("form")) return;
  if (typed !== undefined) cell.dataset["typed"] = typed;
  void htmx.ajax("get", `${card}/fields/${field}`, { target: cell, swap: "innerHTML" });
}

customElements.define("k-edit", Edit);

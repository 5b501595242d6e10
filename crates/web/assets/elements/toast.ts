// <k-toast>: the live region at the foot of the screen. Shows what the server says in
// HX-Trigger: {"toast": {"text": "…", "undo": "/changes/…/undo"}}, and what it rendered into the page.
import htmx from "htmx.org";

const SHOWN_FOR = 8_000;

interface Message { text: string; undo?: string }

class Toast extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener("toast", this.hear);
    document.addEventListener("htmx:sendError", this.offline);
    document.addEventListener("htmx:responseError", this.failed);
    this.addEventListener("submit", (event) => this.undo(event));
    for (const toast of this.querySelectorAll<HTMLElement>(".toast")) this.hideLater(toast);
  }

  disconnectedCallback(): void {
    document.removeEventListener("toast", this.hear);
    document.removeEventListener("htmx:sendError", this.offline);
    document.removeEventListener("htmx:responseError", this.failed);
  }

  private hear = (event: Event): void => this.show((event as CustomEvent<Message>).detail);
  private offline = (): void => this.show({ text: this.dataset["offline"] ?? "" });
  /** The server usually says itself what failed. */
  private failed = (event: Event): void => {
    const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
    if (!xhr.getResponseHeader("HX-Trigger")) this.show({ text: this.dataset["failed"] ?? "" });
  };

  private show({ text, undo }: Message): void {
    if (!text) return;
    const toast = document.createElement("div");
    toast.className = "toast";
    const words = document.createElement("span");
    words.textContent = text;
    toast.append(words);
    if (undo) toast.append(this.undoForm(undo));
    this.replaceChildren(toast);
    this.hideLater(toast);
  }

  private undoForm(address: string): HTMLFormElement {
    const form = document.createElement("form");
    const button = document.createElement("button");
    form.method = "post";
    form.action = address;
    button.textContent = this.dataset["undo"] ?? "";
    form.append(button);
    return form;
  }

  private undo(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    form.closest(".toast")?.remove();
    void htmx.ajax("post", form.action, { source: this, swap: "none", values: Object.fromEntries(new FormData(form)) });
  }

  private hideLater(toast: HTMLElement): void {
    setTimeout(() => {
      if (toast.matches(":hover, :focus-within")) this.hideLater(toast);
      else toast.remove();
    }, SHOWN_FOR);
  }
}

customElements.define("k-toast", Toast);

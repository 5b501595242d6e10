// <k-palette>: the search over everything. The server renders the results as the user types; the
// input keeps the focus while the arrows move through them.
import htmx from "htmx.org";

class Palette extends HTMLElement {
  private request: AbortController | null = null;
  /** The search whose results are on their way, or were the last to come. */
  private searching: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    document.addEventListener("palette", this.open);
    document.addEventListener("click", this.openFromLink);
    this.input?.addEventListener("input", this.searchAnew);
    this.dialog?.addEventListener("keydown", (event) => this.press(event));
    this.dialog?.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog?.close();
    });
    this.querySelector("form")?.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.openSelected();
    });
  }

  disconnectedCallback(): void {
    document.removeEventListener("palette", this.open);
    document.removeEventListener("click", this.openFromLink);
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector("input[name=q]");
  }

  private get results(): HTMLElement | null {
    return this.querySelector("[role=listbox]");
  }

  private get options(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[role=option]")];
  }

  private get selected(): HTMLElement | null {
    return this.querySelector<HTMLElement>("[role=option][aria-selected=true]");
  }

  private open = (): void => {
    if (this.dialog?.open) return;
    this.dialog?.showModal();
    this.input?.select();
    this.searchAnew();
  };

  private searchAnew = (): void => {
    this.searching = this.search();
  };

  /** Opens what was found for the words as they stand: Enter pressed before the answer waits for it. */
  private async openSelected(): Promise<void> {
    const pressed = this.searching;
    await pressed;
    if (pressed !== this.searching) return;
    if (this.selected) this.selected.click();
    else this.querySelector("form")?.submit();
  }

  /** Links to the search page open the palette instead, unless they are wanted in a new tab. */
  private openFromLink = (event: MouseEvent): void => {
    const link = (event.target as Element | null)?.closest("[data-palette]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.open();
  };

  private async search(): Promise<void> {
    const form = this.querySelector("form");
    if (!form || !this.input || !this.results) return;
    this.request?.abort();
    const request = new AbortController();
    this.request = request;
    const address = `${form.action}?q=${encodeURIComponent(this.input.value)}`;
    try {
      const response = await fetch(address, { signal: request.signal, headers: { "HX-Request": "true" } });
      if (!response.ok) throw new Error(response.statusText);
      const html = await response.text();
      if (request.signal.aborted) return;
      this.results.innerHTML = html;
      htmx.process(this.results);
      this.select(this.options[0]);
    } catch {
      // A newer search took over, or there was no answer: what stands there is for other words, so none of it is chosen.
      if (!request.signal.aborted) this.select(undefined);
    }
  }

  private press(event: KeyboardEvent): void {
    const options = this.options;
    const at = this.selected ? options.indexOf(this.selected) : -1;
    if (event.isComposing || !options.length) return;
    if (event.key === "ArrowDown") this.select(options[(at + 1) % options.length]);
    else if (event.key === "ArrowUp") this.select(options.at(at - 1));
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.openInNewTab();
    else return;
    event.preventDefault();
  }

  private openInNewTab(): void {
    const href = this.selected?.getAttribute("href");
    if (href) window.open(href, "_blank", "noopener");
  }

  private select(option: HTMLElement | undefined): void {
    this.selected?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    this.input?.setAttribute("aria-activedescendant", option?.id ?? "");
    this.input?.setAttribute("aria-expanded", String(Boolean(option)));
  }
}

customElements.define("k-palette", Palette);

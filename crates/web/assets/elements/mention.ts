// <k-mention>: colleagues and teams are offered behind an @ in the text it holds. The server renders those who fit;
// the text keeps the focus while the arrows move through them. Without script a name that was typed is understood too.

const ASKED = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}][\p{L}\p{N} .'’-]{0,40})?$/u;

class Mention extends HTMLElement {
  private request: AbortController | null = null;

  connectedCallback(): void {
    this.addEventListener("input", () => void this.offer());
    this.addEventListener("keydown", (event) => this.press(event), true);
    this.addEventListener("focusout", () => setTimeout(() => this.contains(document.activeElement) || this.close()));
    // The text keeps the focus.
    this.list?.addEventListener("mousedown", (event) => event.preventDefault());
    this.list?.addEventListener("click", (event) => this.take((event.target as Element).closest<HTMLElement>("[role=option]")));
  }

  private get text(): HTMLTextAreaElement | null {
    return this.querySelector("textarea");
  }

  private get list(): HTMLElement | null {
    return this.querySelector("[role=listbox]");
  }

  private get options(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[role=option]")];
  }

  private get selected(): HTMLElement | null {
    return this.querySelector<HTMLElement>("[role=option][aria-selected=true]");
  }

  /** What stands between the last @ and the caret; nothing when no name is being typed. */
  private asked(): string | null {
    const { text } = this;
    const found = text && ASKED.exec(text.value.slice(0, text.selectionStart));
    return found ? found[1] ?? "" : null;
  }

  private async offer(): Promise<void> {
    this.request?.abort();
    const asked = this.asked();
    if (asked === null || !this.list) return this.close();
    const request = new AbortController();
    this.request = request;
    try {
      const address = `${this.dataset["src"] ?? ""}&q=${encodeURIComponent(asked)}`;
      const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal: request.signal });
      if (!answer.ok) return this.close();
      this.list.innerHTML = await answer.text();
    } catch {
      // A newer question is under way, or there is no connection: the name is typed out.
      return;
    }
    this.list.hidden = this.options.length === 0;
    this.choose(0);
  }

  private press(event: KeyboardEvent): void {
    if (!this.list || this.list.hidden || event.isComposing) return;
    const { options } = this;
    const at = options.findIndex((option) => option === this.selected);
    if (event.key === "ArrowDown") this.choose((at + 1) % options.length);
    else if (event.key === "ArrowUp") this.choose((at + options.length - 1) % options.length);
    else if (event.key === "Enter" || event.key === "Tab") this.take(this.selected);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private choose(at: number): void {
    this.options.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    this.selected?.scrollIntoView({ block: "nearest" });
    if (this.selected) this.text?.setAttribute("aria-activedescendant", this.selected.id);
  }

  private take(option: HTMLElement | null): void {
    const { text } = this;
    const asked = this.asked();
    if (!option || !text || asked === null) return;
    const [from, to] = [text.selectionStart - asked.length, text.selectionStart];
    text.setRangeText(`${option.dataset["name"] ?? ""} `, from, to, "end");
    const picked = document.createElement("input");
    Object.assign(picked, { type: "hidden", name: "mention", value: option.dataset["who"] ?? "" });
    this.append(picked);
    this.close();
    text.focus();
  }

  private close(): void {
    this.request?.abort();
    if (this.list) this.list.hidden = true;
    this.list?.replaceChildren();
    this.text?.removeAttribute("aria-activedescendant");
  }
}

customElements.define("k-mention", Mention);

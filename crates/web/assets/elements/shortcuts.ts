// <k-shortcuts>: keys for what is on the page. A link or button says its own key (data-key="g t");
// here are only the keys that every page has. Holds the dialog that lists them all.
import { isCharacter, isTyping } from "./dom";

const PATIENCE = 1_000;

class Shortcuts extends HTMLElement {
  private first = "";
  private timer = 0;

  connectedCallback(): void {
    document.addEventListener("keydown", this.press);
    document.addEventListener("click", this.showFromButton);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.press);
    document.removeEventListener("click", this.showFromButton);
  }

  private press = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      document.dispatchEvent(new CustomEvent("palette"));
    } else if (!event.defaultPrevented && !event.isComposing && isCharacter(event) && !isTyping(event.target)) {
      if (document.querySelector("dialog:modal") || !this.follow(event.key)) return;
      event.preventDefault();
    }
  };

  /** Whether the key, alone or as the second of two, meant something here. */
  private follow(key: string): boolean {
    const keys = this.first ? `${this.first} ${key}` : key;
    clearTimeout(this.timer);
    this.first = "";
    if (keys === "/") return document.dispatchEvent(new CustomEvent("palette"));
    if (keys === "?") return this.show();
    if (keys === "n") return this.trigger("[data-new]");
    if (this.trigger(`[data-key="${CSS.escape(keys)}"]`)) return true;
    if (!document.querySelector(`[data-key^="${CSS.escape(keys)} "]`)) return false;
    this.first = keys;
    this.timer = window.setTimeout(() => { this.first = ""; }, PATIENCE);
    return true;
  }

  private trigger(selector: string): boolean {
    const element = document.querySelector<HTMLElement>(selector);
    element?.click();
    return element !== null;
  }

  private show(): boolean {
    const dialog = this.querySelector("dialog");
    if (!dialog?.open) dialog?.showModal();
    return dialog !== null;
  }

  private showFromButton = (event: MouseEvent): void => {
    if (!(event.target as Element | null)?.closest("[data-shortcuts]")) return;
    event.preventDefault();
    this.show();
  };
}

customElements.define("k-shortcuts", Shortcuts);

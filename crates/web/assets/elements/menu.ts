// <k-menu>: a button and the native popover it opens. Adds arrow keys, and puts the popover beside
// its button where the browser cannot anchor it by itself.

const ANCHORS = CSS.supports("position-area", "block-end");

class Menu extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("toggle", (event) => this.toggled(event as ToggleEvent), true);
    this.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("click", (event) => this.chosen(event.target as Element));
  }

  private get surface(): HTMLElement | null {
    return this.querySelector("[popover]");
  }

  private toggled(event: ToggleEvent): void {
    const popover = event.target as HTMLElement;
    const button = this.querySelector<HTMLElement>("[popovertarget]");
    if (!button || event.newState !== "open" || !popover.matches("[popover]")) return;
    if (!ANCHORS && !matchMedia("(width <= 40rem)").matches) placeBeside(popover, button);
    if (popover.matches(".menu") && button.matches(":focus-visible")) this.items[0]?.focus();
  }

  /** What was chosen may leave the page where it is, as a download does. */
  private chosen(target: Element): void {
    if (target.closest(".menu a[href]")) this.surface?.hidePopover();
  }

  private get items(): HTMLElement[] {
    return [...(this.surface?.querySelectorAll<HTMLElement>("a[href], button:not(:disabled)") ?? [])];
  }

  private press(event: KeyboardEvent): void {
    const items = this.items;
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined || !this.surface?.matches(".menu:popover-open")) return;
    event.preventDefault();
    event.stopPropagation();
    items.at(to % items.length)?.focus();
  }
}

function placeBeside(popover: HTMLElement, button: HTMLElement): void {
  const anchor = button.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = anchor.bottom + height < innerHeight || anchor.top < height;
  const left = popover.dataset["align"] === "end" ? anchor.right - width : anchor.left;
  popover.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  popover.style.top = `${below ? anchor.bottom : anchor.top - height}px`;
}

customElements.define("k-menu", Menu);

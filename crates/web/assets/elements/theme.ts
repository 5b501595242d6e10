// <k-theme>: choices that only concern this browser: theme, density, sidebar. A button's name and
// value become a cookie for the server and a data attribute for the page; its form stays as the way
// without scripts.
import { setCookie } from "./dom";

const CHOICES = ["theme", "density", "sidebar"];

class Theme extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLButtonElement>("button[name]");
      if (!button || !CHOICES.includes(button.name)) return;
      event.preventDefault();
      this.choose(button);
    });
  }

  private choose(button: HTMLButtonElement): void {
    const root = document.documentElement;
    const other = button.dataset["other"];
    const value = other && root.dataset[button.name] === button.value ? other : button.value;
    setCookie(button.name, value);
    root.dataset[button.name] = value;
    const all = document.querySelectorAll<HTMLButtonElement>(`k-theme button[name="${button.name}"]`);
    for (const each of all) each.setAttribute("aria-pressed", String(each.value === value));
  }
}

customElements.define("k-theme", Theme);

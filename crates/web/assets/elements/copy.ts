// <k-copy>: a text to take along. The button copies what stands in the field, and says so.

class Copy extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector("button");
    const input = this.querySelector<HTMLInputElement | HTMLTextAreaElement>("input, textarea");
    if (!button || !input) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      input.select();
      // The clipboard is closed to pages that came by plain http from another machine; the old way is not.
      const copied = await navigator.clipboard?.writeText(input.value).then(() => true, () => false);
      if (copied || document.execCommand("copy")) button.textContent = this.dataset["copied"] ?? button.textContent;
    });
  }
}

customElements.define("k-copy", Copy);

// <k-drop>: a file dropped on it becomes the file of the form inside, which is then sent.

class Drop extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("dragover", (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      this.toggleAttribute("data-over", true);
    });
    this.addEventListener("dragleave", (event) => {
      if (!this.contains(event.relatedTarget as Node | null)) this.removeAttribute("data-over");
    });
    this.addEventListener("drop", (event) => {
      this.removeAttribute("data-over");
      const files = event.dataTransfer?.files;
      if (!this.input || !files?.length) return;
      event.preventDefault();
      this.input.files = files;
      this.input.form?.requestSubmit();
    });
    this.addEventListener("change", () => this.input?.form?.requestSubmit());
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>("input[type=file]");
  }
}

customElements.define("k-drop", Drop);

// <k-arrange>: what is arranged in it is dragged to another place or group, or moved by its buttons. Every step sends a form, and
// what is arranged is drawn anew; the focus stays with what was moved.
import htmx from "htmx.org";

class Arrange extends HTMLElement {
  private moving: HTMLElement | null = null;

  connectedCallback(): void {
    for (const line of this.querySelectorAll<HTMLElement>("li[data-field]")) line.draggable = true;
    this.addEventListener("dragstart", (event) => this.lift(event));
    this.addEventListener("dragover", (event) => this.over(event));
    this.addEventListener("dragend", () => this.letGo());
    this.addEventListener("drop", (event) => this.drop(event));
    this.addEventListener("submit", (event) => this.submit(event));
  }

  private lift(event: DragEvent): void {
    const line = (event.target as Element).closest<HTMLElement>("li[data-field]");
    if (!line) return;
    this.moving = line;
    line.dataset["lifted"] = "";
    event.dataTransfer?.setData("text/plain", line.querySelector("b")?.textContent ?? "");
  }

  /** The line before which it would be put; none at the end of a group. */
  private over(event: DragEvent): void {
    const group = (event.target as Element).closest<HTMLElement>("[data-group]");
    if (!this.moving || !group) return;
    event.preventDefault();
    this.mark(group, this.lineAt(group, event.clientY));
  }

  private lineAt(group: HTMLElement, at: number): HTMLElement | null {
    const lines = [...group.querySelectorAll<HTMLElement>("li[data-field]")];
    return lines.find((line) => {
      const box = line.getBoundingClientRect();
      return at < box.top + box.height / 2;
    }) ?? null;
  }

  private mark(group: HTMLElement | null, before: HTMLElement | null): void {
    for (const other of this.querySelectorAll("[data-over]")) other.removeAttribute("data-over");
    (before ?? group)?.setAttribute("data-over", "");
  }

  private letGo(): void {
    this.mark(null, null);
    delete this.moving?.dataset["lifted"];
    this.moving = null;
  }

  private drop(event: DragEvent): void {
    const group = (event.target as Element).closest<HTMLElement>("[data-group]");
    const line = this.moving;
    if (!line || !group) return;
    event.preventDefault();
    const before = this.lineAt(group, event.clientY)?.dataset["field"] ?? "";
    const key = line.dataset["field"] ?? "";
    this.letGo();
    if (before === key) return;
    void this.send(this.dataset["act"] ?? "", { key, group: group.dataset["group"] ?? "", before }, null);
  }

  private submit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const by = event.submitter as HTMLElement | null;
    event.preventDefault();
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    void this.send(by?.getAttribute("formaction") ?? form.getAttribute("action") ?? "", values, by);
  }

  private async send(action: string, values: Record<string, string>, by: HTMLElement | null): Promise<void> {
    const key = by?.closest<HTMLElement>("li[data-field]")?.dataset["field"] ?? values["key"];
    const id = by?.id || document.activeElement?.id;
    await htmx.ajax("post", action, { values, target: this, swap: "outerHTML" });
    const line = key ? document.querySelector<HTMLElement>(`li[data-field="${CSS.escape(key)}"] button`) : null;
    (id ? document.getElementById(id) ?? line : line)?.focus();
  }
}

customElements.define("k-arrange", Arrange);

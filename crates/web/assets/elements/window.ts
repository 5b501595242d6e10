// The rows of a long list: those far from what is in sight are hidden, with room left for them, so that a hundred thousand
// scroll like a hundred. Rows are measured and hidden a page at a time, since hiding each would cost as much as showing it.

const PAGE = 50;
/** Shorter lists are left alone. */
const FEW = 400;

export class Window {
  private rows: HTMLTableRowElement[] = [];
  private heights: number[] = [];
  private shown: [number, number] = [0, Infinity];
  private waiting = false;
  private readonly above = space();
  private readonly below = space();

  constructor(private readonly body: HTMLTableSectionElement, private readonly frame: HTMLElement) {
    this.frame.addEventListener("scroll", this.scrolled, { passive: true });
    document.addEventListener("scroll", this.scrolled, { passive: true });
    this.renew();
  }

  disconnect(): void {
    this.frame.removeEventListener("scroll", this.scrolled);
    document.removeEventListener("scroll", this.scrolled);
  }

  /** Rows came or went. */
  renew(): void {
    if (this.body.rows.length < FEW) return;
    const rows = [...this.body.rows].filter((row) => row !== this.above && row !== this.below);
    // The last one fetches the next page, and is never hidden.
    this.rows = rows.slice(0, -1);
    if (this.above.parentNode !== this.body) this.body.prepend(this.above);
    this.body.insertBefore(this.below, rows.at(-1) ?? null);
    const [first, last] = this.shown;
    for (let page = first; page < Math.min(this.pages, last); page += 1) this.measure(page);
    for (let page = 0; page < this.pages; page += 1) if (this.heights[page] === undefined) this.measure(page);
    this.update();
  }

  /** Shows a row before it is walked to. */
  reveal(row: HTMLTableRowElement): void {
    if (!row.hidden) return;
    const page = Math.floor(this.rows.indexOf(row) / PAGE);
    this.show(Math.max(0, page - 1), page + 2);
  }

  private get pages(): number {
    return Math.ceil(this.rows.length / PAGE);
  }

  private page(at: number): HTMLTableRowElement[] {
    return this.rows.slice(at * PAGE, (at + 1) * PAGE);
  }

  private measure(at: number): void {
    const rows = this.page(at).filter((row) => !row.hidden);
    const [first, last] = [rows[0], rows.at(-1)];
    if (first && last) this.heights[at] = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  }

  private scrolled = (): void => {
    if (this.waiting || !this.rows.length) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.update();
    });
  };

  /** Shows what is in sight, and as much again on either side twice. */
  private update(): void {
    const [view, body] = [this.frame.getBoundingClientRect(), this.body.getBoundingClientRect()];
    const from = Math.max(0, view.top) - body.top;
    const height = Math.min(innerHeight, view.bottom) - Math.max(0, view.top);
    let [top, first, last] = [0, 0, this.pages];
    for (let page = 0; page < this.pages; page += 1) {
      const bottom = top + (this.heights[page] ?? 0);
      if (bottom < from - 2 * height) first = page + 1;
      if (top > from + 3 * height) {
        last = page;
        break;
      }
      top = bottom;
    }
    this.show(Math.min(first, Math.max(0, last - 1)), last);
  }

  private show(first: number, last: number): void {
    const [before, after] = this.shown;
    if (before === first && after === last) return;
    for (let page = 0; page < this.pages; page += 1) {
      const shows = page >= first && page < last;
      if (shows !== (page >= before && page < after)) for (const row of this.page(page)) row.hidden = !shows;
    }
    this.shown = [first, last];
    this.leave(this.above, 0, first);
    this.leave(this.below, last, this.pages);
  }

  private leave(row: HTMLTableRowElement, from: number, to: number): void {
    const height = this.heights.slice(from, to).reduce((all, one) => all + one, 0);
    row.hidden = height === 0;
    row.style.blockSize = `${height}px`;
  }
}

function space(): HTMLTableRowElement {
  const row = document.createElement("tr");
  row.className = "space";
  row.setAttribute("aria-hidden", "true");
  row.append(document.createElement("td"));
  row.hidden = true;
  return row;
}

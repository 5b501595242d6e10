// <k-live>: one stream from the server says which topics changed; elements with that data-topic get
// a `live` event, which their hx-trigger turns into a refresh. Nobody's typing is overwritten.
import { isTyping } from "./dom";

const SLOWEST = 60_000;

/** An answer that htmx is about to put into the page. */
interface Arrival { shouldSwap: boolean; requestConfig: { elt: Element; triggeringEvent?: Event } }

class Live extends HTMLElement {
  private stream: EventSource | null = null;
  private pause = 1_000;
  private missed = false;
  private waiting = new Set<Element>();

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.follow);
    document.addEventListener("focusout", this.catchUp);
    document.addEventListener("htmx:beforeSwap", this.hold);
    this.follow();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.follow);
    document.removeEventListener("focusout", this.catchUp);
    document.removeEventListener("htmx:beforeSwap", this.hold);
    this.close();
  }

  /** A page nobody sees keeps no connection. */
  private follow = (): void => {
    if (document.hidden) this.close();
    else if (!this.stream) this.open();
  };

  private open(): void {
    const stream = new EventSource(this.dataset["src"] ?? "/live");
    this.stream = stream;
    stream.addEventListener("open", () => {
      this.pause = 1_000;
      if (this.missed) this.tell([...document.querySelectorAll("[data-topic]")], "live");
      this.missed = false;
    });
    stream.addEventListener("changed", (event) => this.tell(elementsOf("data-topic", topicsIn(event)), "live"));
    stream.addEventListener("presence", (event) => this.tell(elementsOf("data-presence", topicsIn(event)), "presence"));
    stream.addEventListener("error", () => {
      this.missed = true;
      if (stream.readyState !== EventSource.CLOSED) return;
      this.stream = null;
      setTimeout(this.follow, this.pause * (0.75 + Math.random() / 2));
      this.pause = Math.min(this.pause * 2, SLOWEST);
    });
  }

  private close(): void {
    if (this.stream) this.missed = true;
    this.stream?.close();
    this.stream = null;
  }

  private tell(elements: Element[], name: "live" | "presence"): void {
    for (const element of elements) {
      if (isBusy(element)) this.waiting.add(element);
      else element.dispatchEvent(new CustomEvent(name));
    }
  }

  /** What was asked for before somebody began to write waits when it comes after that. */
  private hold = (event: Event): void => {
    const { detail } = event as CustomEvent<Arrival>;
    const { elt, triggeringEvent } = detail.requestConfig;
    if (triggeringEvent?.type !== "live" || !isBusy(elt)) return;
    detail.shouldSwap = false;
    this.waiting.add(elt);
  };

  private catchUp = (): void => {
    if (!this.waiting.size) return;
    setTimeout(() => {
      const ready = [...this.waiting].filter((element) => !isBusy(element));
      for (const element of ready) this.waiting.delete(element);
      this.tell(ready.filter((element) => element.isConnected), "live");
    });
  };
}

/** Somebody writes in it, or left an editor open in it. */
function isBusy(element: Element): boolean {
  const active = document.activeElement;
  return (isTyping(active) && element.contains(active)) || element.querySelector("k-edit form") !== null;
}

function topicsIn(event: Event): string[] {
  try {
    const { topics } = JSON.parse((event as MessageEvent<string>).data) as { topics?: string[] };
    return topics ?? [];
  } catch {
    return [];
  }
}

/** The topic `*` says that anything may have changed. */
function elementsOf(attribute: string, topics: string[]): Element[] {
  if (topics.includes("*")) return [...document.querySelectorAll(`[${attribute}]`)];
  const found = topics.flatMap((topic) => [...document.querySelectorAll(`[${attribute}~="${CSS.escape(topic)}"]`)]);
  return [...new Set(found)];
}

customElements.define("k-live", Live);

// <k-live>: one stream from the server says which topics changed; elements with that data-topic get
// a `live` event, which their hx-trigger turns into a refresh. What is shown is changed where it differs, so that
// nobody's typing, focus or unfolded part is lost.
import htmx from "htmx.org";
import { Idiomorph } from "idiomorph";
import { isTyping } from "./dom";

const SLOWEST = 60_000;

/** An answer that htmx is about to put into the page. */
interface Arrival {
  shouldSwap: boolean;
  serverResponse: string;
  target: Element;
  xhr: XMLHttpRequest;
  requestConfig: { elt: Element };
}

class Live extends HTMLElement {
  private stream: EventSource | null = null;
  private pause = 1_000;
  private missed = false;
  private waiting = new Set<Element>();

  connectedCallback(): void {
    document.addEventListener("visibilitychange", this.follow);
    document.addEventListener("focusout", this.catchUp);
    document.addEventListener("htmx:beforeSwap", this.morph);
    this.follow();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.follow);
    document.removeEventListener("focusout", this.catchUp);
    document.removeEventListener("htmx:beforeSwap", this.morph);
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
    for (const element of elements) element.dispatchEvent(new CustomEvent(name));
  }

  /** What somebody is busy in stays and is asked for again when they have left it. */
  private morph = (event: Event): void => {
    const { detail } = event as CustomEvent<Arrival>;
    const { target, requestConfig: { elt } } = detail;
    // Also what is asked for every second: else nobody could press a button in it.
    if (!elt.matches("[hx-trigger*='live']") || detail.xhr.status !== 200 || !target.isConnected) return;
    detail.shouldSwap = false;
    const content = document.createElement("template");
    content.innerHTML = detail.serverResponse;
    const selector = elt.getAttribute("hx-select");
    const parts = selector ? content.content.querySelectorAll(selector) : content.content.childNodes;
    const free = (old: Node, busy: (element: Element) => boolean): boolean => {
      if (!(old instanceof Element) || !busy(old)) return true;
      this.waiting.add(elt);
      return false;
    };
    const morphed = Idiomorph.morph(target, [...parts], {
      morphStyle: elt.getAttribute("hx-swap") === "outerHTML" ? "outerHTML" : "innerHTML",
      callbacks: {
        beforeNodeMorphed: (old) => free(old, isBusy),
        beforeNodeRemoved: (old) => free(old, holdsBusy),
        beforeAttributeUpdated: (name, element) => !(name === "open" && element instanceof HTMLDetailsElement),
      },
    }) as Node[];
    for (const node of new Set([target, ...morphed])) if (node instanceof Element && node.isConnected) htmx.process(node);
  };

  private catchUp = (): void => {
    if (!this.waiting.size) return;
    setTimeout(() => {
      const ready = [...this.waiting].filter((element) => !element.querySelector(BUSY));
      for (const element of ready) this.waiting.delete(element);
      this.tell(ready.filter((element) => element.isConnected), "live");
    });
  };
}

/** An editor that was left open, and what somebody writes in. */
const BUSY = "k-edit:has(form), :is(input, textarea, select):focus";

function isBusy(element: Element): boolean {
  return element.matches("k-edit:has(form)") || (isTyping(element) && element === document.activeElement);
}

function holdsBusy(element: Element): boolean {
  return isBusy(element) || element.querySelector(BUSY) !== null;
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

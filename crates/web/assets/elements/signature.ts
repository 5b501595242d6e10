// <k-signature>: a name drawn with finger, pen or mouse. The strokes go into the hidden input as lists of points, in the canvas's
// own units; [data-clear] begins again.

type Point = [number, number];

class Signature extends HTMLElement {
  private strokes: Point[][] = [];
  private canvas = this.querySelector("canvas");
  private input = this.querySelector<HTMLInputElement>("input[type=hidden]");

  connectedCallback(): void {
    const canvas = this.canvas;
    if (!canvas) return;
    canvas.addEventListener("pointerdown", (event) => this.begin(event));
    canvas.addEventListener("pointermove", (event) => this.go(event));
    this.addEventListener("click", (event) => {
      if ((event.target as Element).closest("[data-clear]")) this.clear();
    });
  }

  private begin(event: PointerEvent): void {
    this.canvas?.setPointerCapture(event.pointerId);
    this.strokes.push([this.at(event)]);
    event.preventDefault();
  }

  private go(event: PointerEvent): void {
    const stroke = this.strokes.at(-1);
    if (!stroke || !this.canvas?.hasPointerCapture(event.pointerId)) return;
    stroke.push(this.at(event));
    this.draw();
  }

  private at(event: PointerEvent): Point {
    const canvas = this.canvas;
    if (!canvas) return [0, 0];
    const box = canvas.getBoundingClientRect();
    const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most) * 10) / 10;
    const x = ((event.clientX - box.left) / box.width) * canvas.width;
    const y = ((event.clientY - box.top) / box.height) * canvas.height;
    return [within(x, canvas.width), within(y, canvas.height)];
  }

  private draw(): void {
    const pen = this.canvas?.getContext("2d");
    if (!pen || !this.canvas) return;
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    pen.lineWidth = 2;
    pen.lineCap = "round";
    pen.strokeStyle = getComputedStyle(this.canvas).color;
    for (const [first, ...rest] of this.strokes) {
      if (!first) continue;
      pen.beginPath();
      pen.moveTo(...first);
      for (const point of rest) pen.lineTo(...point);
      pen.stroke();
    }
    if (this.input) this.input.value = JSON.stringify(this.strokes);
  }

  private clear(): void {
    this.strokes = [];
    if (this.input) this.input.value = "";
    this.draw();
    if (this.input) this.input.value = "";
  }
}

customElements.define("k-signature", Signature);

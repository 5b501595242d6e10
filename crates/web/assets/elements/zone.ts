// <k-zone>: a choice of time zones. With data-guess, the zone of this device is chosen unless
// somebody has chosen already.

class Zone extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector("select");
    if (!select || !this.hasAttribute("data-guess")) return;
    this.removeAttribute("data-guess");
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if ([...select.options].some((option) => option.value === zone)) select.value = zone;
  }
}

customElements.define("k-zone", Zone);

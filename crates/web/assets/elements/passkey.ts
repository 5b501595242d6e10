// <k-passkey>: asks the device for a passkey, or to make one, and sends what it answers with the form inside. The form
// shows itself where the browser can do that; the note beside it says so where it cannot.

interface Challenge {
  token: string;
  options: PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON;
}

class Passkey extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector("form");
    const note = this.querySelector<HTMLElement>("[data-unable]");
    if (!form || !("PublicKeyCredential" in window) || !("parseRequestOptionsFromJSON" in PublicKeyCredential)) return;
    form.hidden = false;
    if (note) note.hidden = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.answer(form);
    });
  }

  private async answer(form: HTMLFormElement): Promise<void> {
    const button = form.querySelector("button");
    if (button) button.disabled = true;
    this.say("");
    try {
      const challenge = await this.challenge();
      const credential = await this.credential(challenge);
      this.fill(form, "token", challenge.token);
      this.fill(form, "credential", JSON.stringify(credential.toJSON()));
      form.submit();
    } catch {
      // Whether it was called off, ran out of time or is no key of this site, the device does not tell.
      this.say(this.dataset["stopped"] ?? "");
      if (button) button.disabled = false;
    }
  }

  private async challenge(): Promise<Challenge> {
    const answer = await fetch(this.dataset["challenge"] ?? "", { method: "POST", headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  private async credential({ options }: Challenge): Promise<PublicKeyCredential> {
    const made = this.hasAttribute("data-new")
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
    if (!(made instanceof PublicKeyCredential)) throw new Error("no passkey");
    return made;
  }

  private fill(form: HTMLFormElement, name: string, value: string): void {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }

  private say(text: string): void {
    const said = this.querySelector<HTMLElement>("[role=alert]");
    if (said) said.textContent = text;
  }
}

customElements.define("k-passkey", Passkey);

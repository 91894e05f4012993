/* Signing in by passkey: asks the device and sends its answer with the form inside. */
customElements.define("plaza-passkey", class extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return;
    // Browsers keep passkeys for names only, never for an address of numbers.
    const nameless = this.parentElement.querySelector("[data-nameless]");
    if (/^[\d.]+$|^\[/.test(location.hostname)) {
      if (nameless) nameless.hidden = false;
      return;
    }
    this.hidden = false;
    this.button = this.querySelector("button[type=button]");
    this.button?.addEventListener("click", () => this.use().catch(() => this.fail()));
  }

  async use() {
    const form = this.button.form;
    const options = await this.options();
    const creates = this.button.hasAttribute("data-create");
    const key = options.publicKey;
    if (creates) Object.assign(key.authenticatorSelection, { residentKey: "required", requireResidentKey: true, userVerification: "required" });
    const credential = creates
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(key) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(key) });
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  }

  async options() {
    const place = this.button.dataset.options;
    const data = place
      ? JSON.parse(document.getElementById(place).textContent)
      : await (await fetch(this.button.dataset.ask, { headers: { Accept: "application/json" } })).json();
    return data.request_options ?? data.creation_options;
  }

  fail() {
    const words = this.querySelector("[data-failed]");
    if (words) words.hidden = false;
  }
});

/* Saves the form inside by itself and says so; Enter in a field saves at once, and typing goes on there.
   What is refused then opens as the whole page, which says why. Words that could not be sent wait in this
   browser and are sent when the line is back. Without it the form has its button.
   Attributes: key (names the draft), say-saved, say-kept, say-wrong (sentences; {time} is filled in). */
customElements.define("plaza-save", class extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.line = this.querySelector("[data-save]");
    if (!this.form || !this.line) return;
    this.line.setAttribute("role", "status");
    this.place = `plaza-draft:${this.getAttribute("key") || this.form.action}`;
    this.restore();
    this.form.addEventListener("input", () => this.soon());
    this.form.addEventListener("change", () => this.soon(300));
    this.form.addEventListener("keydown", (event) => this.pressed(event));
    this.form.addEventListener("submit", () => this.forget());
    this.back = () => this.waiting && this.send();
    addEventListener("online", this.back);
    this.leave = (event) => { if (this.waiting && !this.keep()) event.preventDefault(); };
    addEventListener("beforeunload", this.leave);
  }

  disconnectedCallback() {
    removeEventListener("online", this.back);
    removeEventListener("beforeunload", this.leave);
  }

  pressed(event) {
    const goes = event.key === "Enter" && !event.isComposing && !event.defaultPrevented;
    if (!goes || !event.target.matches("input:not([type=file])")) return;
    event.preventDefault();
    this.asked = true;
    this.soon(0);
  }

  soon(after = 1200) {
    this.waiting = true;
    this.keep();
    clearTimeout(this.later);
    this.later = setTimeout(() => this.send(), after);
  }

  async send() {
    if (this.sending) { this.again = true; return; }
    this.sending = true;
    const asked = this.asked;
    this.asked = false;
    const sent = this.words();
    const answer = await fetch(this.form.action || location.href, {
      method: "POST", body: new FormData(this.form), headers: { "X-Plaza-Save": "1", "HX-Request": "true" },
    }).catch(() => null);
    this.sending = false;
    if (!answer || answer.status >= 500) this.say("kept", "offline");
    else if (!answer.ok && asked) { this.forget(); this.form.submit(); return; }
    else if (!answer.ok) this.say("wrong", "wrong");
    else if (sent === this.words()) { this.forget(); this.say("saved"); }
    if (!answer) this.later = setTimeout(() => this.send(), 15000);
    if (this.again) { this.again = false; this.soon(0); }
    if (answer?.ok) this.dispatchEvent(new CustomEvent("plaza:deed", { bubbles: true }));
  }

  say(what, state = "") {
    const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.line.textContent = (this.getAttribute(`say-${what}`) || "").replace("{time}", time);
    this.line.className = state ? `save save--${state}` : "save";
  }

  words() {
    const pairs = [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
    return JSON.stringify(pairs);
  }

  keep() {
    try { localStorage.setItem(this.place, this.words()); return true; } catch { return false; }
  }

  forget() {
    this.waiting = false;
    try { localStorage.removeItem(this.place); } catch { /* nothing was kept */ }
  }

  restore() {
    let kept = null;
    try { kept = localStorage.getItem(this.place); } catch { return; }
    if (!kept || kept === this.words()) return;
    const pairs = JSON.parse(kept);
    for (const name of new Set(pairs.map(([name]) => name))) {
      const values = pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]);
      const fields = this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
      fields.forEach((field, index) => {
        if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
        else if (field.type !== "file" && field.type !== "hidden") field.value = values[index] ?? values[0];
      });
    }
    this.say("kept", "offline");
    this.soon(0);
  }
});

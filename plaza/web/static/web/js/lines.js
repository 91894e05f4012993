/* A field of many lines that is typed like a field of one: Enter sends the form, Shift and Enter begins
   a new line, pasted lines stay lines. Without it the button sends. */
customElements.define("plaza-lines", class extends HTMLElement {
  connectedCallback() {
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      event.target.form?.requestSubmit();
    });
  }
});

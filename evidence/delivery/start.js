/**
 * Loads the theme's script when somebody first touches the page, and gives it what it missed. It stands
 * inside every page, written there by evidence/delivery/; before it, palette and drawer work by labels.
 */
{
  const base = new URL(JSON.parse(document.getElementById("__config").textContent).base, location)
  const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "scroll", "wheel"]
  const options = { capture: true, passive: true }
  let switched
  const remember = ({ target }) => { if (target.name === "__palette") switched = target }

  /** A worker that starts with its first message, so that the search costs nothing until it is opened. */
  const Started = window.Worker
  window.Worker = class extends EventTarget {
    constructor(address) {
      super()
      this.address = address
    }
    postMessage(message) {
      if (!this.worker) {
        this.worker = new Started(this.address)
        this.worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }))
      }
      this.worker.postMessage(message)
    }
  }

  /**
   * A browser also scrolls by itself, inside boxes and at the top while styles arrive: no touch. Nor is a page
   * that moves under a mouse at rest, hence pointermove and not pointerover.
   */
  const load = ({ type, target }) => {
    if (type === "scroll" && (target !== document || !scrollY)) return
    for (const sign of signs) removeEventListener(sign, load, options)
    const script = document.createElement("script")
    const sheet = document.createElement("link")
    script.src = new URL("assets/javascripts/BUNDLE", base)
    // The page's own link to the stylesheet goes when another page is swapped in. This one stays.
    sheet.href = document.querySelector("link[rel=stylesheet]").href
    sheet.rel = "stylesheet"
    script.onload = () => {
      removeEventListener("change", remember, options)
      document.dispatchEvent(new Event("DOMContentLoaded"))
      switched?.dispatchEvent(new Event("change"))
      dispatchEvent(new Event("theme"))
    }
    document.body.append(sheet, script)
  }
  for (const sign of signs) addEventListener(sign, load, options)
  addEventListener("change", remember, options)

  const stored = __md_get("__palette")
  const shown = stored ? stored.index : Number(matchMedia("(prefers-color-scheme: dark)").matches)
  document.querySelectorAll("[data-md-component=palette] label")[shown]?.removeAttribute("hidden")
}

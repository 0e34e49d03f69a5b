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

  /** A worker that starts when the search is opened, so that it costs nothing before. */
  const Started = window.Worker
  window.Worker = class extends EventTarget {
    constructor(address) {
      super()
      this.address = address
      document.getElementById("__search").addEventListener("change", () => this.start(), { once: true })
    }
    start() {
      if (this.worker) return
      this.worker = new Started(this.address)
      this.worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }))
    }
    postMessage(message) {
      this.start()
      this.worker.postMessage(message)
    }
  }

  /**
   * Fetches ahead: a page when a finger comes down on its link or a mouse rests on it, and the one next step when it
   * comes into view; what the search needs when somebody reaches for it. No pages for people who have asked their
   * browser to save data. A page that is here already is shown in a fifth of a second, also on a slow phone: pages are
   * light, so nothing is gained by swapping their contents in place, which took that phone three times as long.
   */
  const ahead = address => {
    const hint = document.createElement("link")
    hint.rel = "prefetch"
    hint.href = address
    if (!document.querySelector(`[rel=prefetch][href="${address}"]`)) document.head.append(hint)
  }
  const page = link => {
    if (link?.origin !== location.origin || link.pathname === location.pathname || navigator.connection?.saveData) return
    ahead(link.href.split("#")[0])
  }
  let rests
  const reach = ({ target, type }) => {
    const link = target.closest?.("a[href]")
    clearTimeout(rests)
    if (target.closest?.("[for=__search], .md-search__form")) ahead(new URL("search/search_index.json", base))
    else if (type === "touchstart") page(link)
    else rests = setTimeout(page, 60, link)
  }
  const inView = new IntersectionObserver(entries => entries.forEach(entry => entry.isIntersecting && page(entry.target)))

  /**
   * A browser also scrolls by itself, inside boxes and at the top while styles arrive: no touch. Nor is a page
   * that moves under a mouse at rest, hence pointermove and not pointerover, and only where the mouse moved.
   */
  const load = ({ type, target, movementX, movementY }) => {
    if (type === "scroll" && (target !== document || !scrollY)) return
    if (type === "pointermove" && !movementX && !movementY) return
    for (const sign of signs) removeEventListener(sign, load, options)
    const script = document.createElement("script")
    script.src = new URL("assets/javascripts/BUNDLE", base)
    script.onload = () => {
      removeEventListener("change", remember, options)
      document.dispatchEvent(new Event("DOMContentLoaded"))
      switched?.dispatchEvent(new Event("change"))
      dispatchEvent(new Event("theme"))
    }
    document.body.append(script)
    for (const sign of ["touchstart", "pointerover"]) addEventListener(sign, reach, options)
    document.querySelectorAll(".box--next a").forEach(link => inView.observe(link))
    reach({ target, type })
  }
  for (const sign of signs) addEventListener(sign, load, options)
  addEventListener("change", remember, options)

  const stored = __md_get("__palette")
  const shown = stored ? stored.index : Number(matchMedia("(prefers-color-scheme: dark)").matches)
  document.querySelectorAll("[data-md-component=palette] label")[shown]?.removeAttribute("hidden")
}

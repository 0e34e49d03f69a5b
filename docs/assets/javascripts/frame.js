/**
 * Menus, colours, sources, prefetching, search, in one plain file, as the offline pack needs. Pages can be read without it.
 */
{
  const closest = (event, selector) => event.target.closest?.(selector)

  /**
   * Escape closes an open source and the innermost open menu, whose button gets the focus. On a wide screen a tap elsewhere
   * closes all.
   */
  const open = () => [...document.querySelectorAll(".menu[open], .rooms [open]")]
  const wide = matchMedia("(min-width: 68rem)")
  addEventListener("keydown", event => {
    if (event.key !== "Escape") return
    document.querySelectorAll(".md-tooltip2--active").forEach(source => source.classList.remove("md-tooltip2--active"))
    const menu = open().pop()
    if (!menu) return
    menu.open = false
    menu.querySelector("summary").focus()
  })
  addEventListener("click", event => {
    if (wide.matches) open().forEach(menu => menu.contains(event.target) || (menu.open = false))
  })
  addEventListener("focusin", event => {
    if (wide.matches && !closest(event, ".rooms [open]")) open().forEach(menu => menu.open = false)
  })

  /** Light or dark: kept on this device if the browser allows it. */
  addEventListener("click", event => {
    if (!closest(event, "[data-scheme-switch]")) return
    const root = document.documentElement
    const now = root.dataset.scheme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")
    root.dataset.scheme = now === "dark" ? "light" : "dark"
    try { localStorage.setItem("mfbp.scheme", root.dataset.scheme) } catch { /* the browser keeps nothing */ }
  })

  /** Sources are folded: a link to one unfolds them, and so does printing. */
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const fold = target && target.closest("details:not([open])")
    if (!fold) return
    fold.open = true
    target.scrollIntoView()
  }
  addEventListener("hashchange", unfold)
  unfold()
  addEventListener("beforeprint", () => document.querySelectorAll(".sources, .claim__more, .decide--reasons").forEach(fold => fold.open = true))

  /** Copy and print buttons. */
  addEventListener("click", async event => {
    const button = closest(event, "[data-copy], [data-print]")
    if (!button) return
    if (!button.dataset.copy) return print()
    const source = document.getElementById(button.dataset.copy)
    const said = button.parentNode.querySelector("[role=status]")
    try {
      await navigator.clipboard.writeText(source.textContent.trim())
      said.textContent = said.dataset.copied
    } catch {
      getSelection().selectAllChildren(source)
      said.textContent = said.dataset.selected
    }
  })

  /**
   * Prefetches a page when a finger or a mouse comes to its link, and the next step's page when that step comes into view.
   * Prefetches nothing for people who have asked their browser to save data.
   */
  const ahead = link => {
    if (link?.origin !== location.origin || link.pathname === location.pathname || navigator.connection?.saveData) return
    const address = link.href.split("#")[0]
    if (document.querySelector(`[rel=prefetch][href="${address}"]`)) return
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: address }))
  }
  let rests
  addEventListener("touchstart", event => ahead(closest(event, "a[href]")), { passive: true })
  addEventListener("pointerover", event => {
    clearTimeout(rests)
    if (event.pointerType !== "touch") rests = setTimeout(ahead, 60, closest(event, "a[href]"))
  })
  const seen = new IntersectionObserver(entries => entries.forEach(entry => entry.isIntersecting && ahead(entry.target)))
  document.querySelectorAll(".box--next a").forEach(link => seen.observe(link))

  /**
   * The theme's script draws the search and the sources beside their numbers. It is loaded when somebody reaches for one of them.
   * By then it has missed DOMContentLoaded, on which it starts, so the event is sent again. Its helpers __md_… save nothing here.
   */
  const toggle = document.getElementById("__search")
  const field = () => document.querySelector("[data-md-component=search-query]")
  const reached = ".find, .md-search, .footnote-ref"
  let asked
  const theme = () => asked ??= new Promise(done => {
    Object.assign(globalThis, { __md_scope: new URL("/", location), __md_hash() {}, __md_get: () => null, __md_set() {} })
    for (const { dataset } of document.querySelectorAll("[data-src]")) {
      const script = document.createElement("script")
      script.src = dataset.src
      script.async = false
      document.body.append(script)
    }
    document.body.lastChild.addEventListener("load", () => {
      document.dispatchEvent(new Event("DOMContentLoaded"))
      if (toggle.checked) opened()
      done()
    })
  })
  for (const sign of ["pointerdown", "pointerover", "focusin"]) {
    addEventListener(sign, event => closest(event, reached) && theme(), { passive: true })
  }

  /** Opens the search with Ctrl+K or with its buttons. They replace the labels, which the keyboard cannot reach. */
  const opened = () => {
    if (field()) field().focus()
    else document.querySelector(".md-search")?.click() // Zensical draws its own dialog later, so it misses the first tap
  }
  let from
  toggle.addEventListener("change", () => {
    if (toggle.checked) {
      theme().then(opened)
      field()?.focus()
    } else from?.focus()
  })
  for (const label of document.querySelectorAll("label.find")) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: label.className })
    button.append(...label.childNodes)
    button.addEventListener("click", () => {
      from = button
      toggle.click()
    })
    label.replaceWith(button)
  }
  addEventListener("keydown", event => {
    const typing = event.target.matches?.("input, textarea, select, [contenteditable]")
    if ((event.ctrlKey || event.metaKey) && event.key === "k") {
      event.preventDefault()
      event.stopImmediatePropagation()
      if (!toggle.checked) toggle.click()
    } else if (event.key === "Escape" && toggle.checked) {
      toggle.click()
    } else if (!typing && "fsnp,./".includes(event.key)) {
      event.stopImmediatePropagation() // voice control would trigger the theme's one-letter shortcuts
    }
  }, true)

  /**
   * When the search finds nothing, it offers the pages marked with data-way. Material empties the list for each query; its arrow
   * keys move over links in the list, and its Enter key reads data-md-score.
   */
  const { nothing, source } = document.querySelector(".top").dataset
  const made = (tag, attributes, ...inside) => {
    const element = Object.assign(document.createElement(tag), attributes)
    element.append(...inside)
    return element
  }
  const ways = [...document.querySelectorAll("[data-way]")].map(({ href, textContent }) => {
    const hit = made("div", { className: "md-search-result__article" }, made("b", {}, textContent))
    hit.dataset.mdScore = 0
    return made("li", { className: "md-search-result__item" },
      made("a", { className: "md-search-result__link", href, tabIndex: -1 }, hit))
  })
  const [said, list] = document.querySelector("[data-md-component=search-result]")?.children ?? []
  if (list) new MutationObserver(() => {
    if (list.childElementCount || !field().value) return
    said.textContent = nothing
    list.append(...ways)
  }).observe(said, { childList: true })

  /** A source that opens beside its number is a dialog to screen readers, and a dialog needs a name. */
  new MutationObserver(() => {
    for (const dialog of document.querySelectorAll(".md-tooltip2[role=dialog]:not([aria-label])")) dialog.ariaLabel = source
  }).observe(document.body, { childList: true, subtree: true })
}

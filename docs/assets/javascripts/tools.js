/**
 * Functions that the tools in try/ share. None of them sends anything anywhere.
 */

/** Calls `run` now, and again each time a page is swapped without a reload. The theme's script, which swaps pages, may load later. */
export function pages(run) {
  const follow = () => window.document$.subscribe(run)
  run()
  if (window.document$) follow()
  else addEventListener("theme", follow, { once: true })
}

/**
 * Calls `enhance` once for each block of this kind, with the words in the block's attribute data-words. If pages are swapped without
 * a reload, a reader who comes back finds the tool as they left it, because the old block replaces the new one. So a tap on a link
 * loses nothing that was written, and no listener is added twice.
 */
export function start(kind, enhance) {
  const left = new Map()
  pages(() => {
    for (const tool of document.querySelectorAll(`[data-tool="${kind}"]:not([data-live])`)) {
      const before = left.get(tool.id)
      if (before && !before.isConnected) { tool.replaceWith(before); continue }
      left.set(tool.id, tool)
      tool.dataset.live = ""
      enhance(tool, JSON.parse(tool.dataset.words))
    }
  })
}

/** A text with its {names} filled in. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name])
}

/** An element with properties and children. */
export function el(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children)
  return node
}

/** A button that does one thing. */
export function button(text, onclick, main = false) {
  return el("button", { type: "button", className: `button${main ? " button--primary" : ""}`, onclick }, text)
}

/** A row of buttons, and below it an empty line for the tool to say what happened. */
export function actions(...buttons) {
  const said = el("p", { className: "tool__said" })
  said.setAttribute("role", "status")
  return [el("div", { className: "tool__actions" }, ...buttons), said]
}

/** Copies text, and says so in `said`. If the browser refuses, shows the text, selected, to be copied by hand. */
export async function copy(text, said, words) {
  try {
    await navigator.clipboard.writeText(text)
    said.textContent = words.copied
  } catch {
    const box = el("textarea", { value: text, rows: 8, readOnly: true, className: "tool__copy" })
    box.setAttribute("aria-label", words.text)
    said.replaceChildren(words.refused, box)
    box.focus()
    box.select()
  }
}

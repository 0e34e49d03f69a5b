/**
 * Functions that the tools in try/ share. None of them sends anything anywhere.
 */

/** Calls `enhance` for each block of this kind, with the words in the block's attribute data-words. */
export function start(kind, enhance) {
  for (const tool of document.querySelectorAll(`[data-tool="${kind}"]`)) {
    tool.dataset.live = ""
    enhance(tool, JSON.parse(tool.dataset.words))
  }
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

/**
 * Copy and print buttons, Ctrl+K for the search. Material's single-letter shortcuts are off: with
 * voice control they go off by mistake.
 */
addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy], [data-print]")
  if (!button) return
  if ("print" in button.dataset) return print()
  const source = document.getElementById(button.dataset.copy)
  const said = button.parentNode.querySelector("[role=status]")
  try {
    await navigator.clipboard.writeText(source.textContent.trim())
    said.textContent = "Copied."
  } catch {
    getSelection().selectAllChildren(source)
    said.textContent = "Selected: copy it as usual."
  }
})

addEventListener("keydown", event => {
  const field = document.querySelector(".md-search__input")
  if ((event.ctrlKey || event.metaKey) && event.key === "k" && field && field !== document.activeElement) {
    event.preventDefault()
    const open = document.getElementById("__search")
    if (!open.checked) open.click()
    field.focus()
  } else if ("fsnp,./".includes(event.key)) event.stopImmediatePropagation()
}, true)

/**
 * Menu and search open with the keyboard too. Material has labels there, which no key reaches; without
 * script they stay, and work by touch. Escape closes the menu, and so does leaving it.
 */
{
  const menu = document.querySelector(".md-sidebar--primary")
  for (const label of document.querySelectorAll(".md-header label.md-header__button:is([for=__drawer], [for=__search])")) {
    const toggle = document.getElementById(label.htmlFor)
    const button = document.createElement("button")
    button.type = "button"
    button.className = label.className
    button.setAttribute("for", label.htmlFor)
    button.ariaLabel = toggle.id === "__drawer" ? "Menu" : "Search"
    button.ariaExpanded = toggle.checked
    button.append(...label.childNodes)
    label.replaceWith(button)
    toggle.addEventListener("change", () => button.ariaExpanded = toggle.checked)
    const field = document.querySelector(".md-search__input")
    button.addEventListener("click", ({ detail }) => {
      toggle.click()
      if (!toggle.checked) return
      if (toggle.id === "__search") field.focus()
      else if (!detail) [...menu.querySelectorAll("a[href]")].find(link => link.checkVisibility({ visibilityProperty: true }))?.focus()
    })
    const close = () => toggle.checked && toggle.click()
    addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !toggle.checked) return
      close()
      field.blur()
      button.focus()
    })
    if (toggle.id === "__drawer") menu?.addEventListener("focusout", ({ relatedTarget: next }) => next && next !== button && !menu.contains(next) && close())
  }
}

/** A reference that opens beside its number is a dialog to screen readers, and a dialog has a name. */
new MutationObserver(() => {
  for (const dialog of document.querySelectorAll(".md-tooltip2[role=dialog]:not([aria-label])")) dialog.ariaLabel = "Source"
}).observe(document.body, { childList: true, subtree: true })

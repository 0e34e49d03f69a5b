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

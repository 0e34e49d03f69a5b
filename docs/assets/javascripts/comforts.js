/** Copy and print buttons, Ctrl+K for the search. Material's single letters are off: voice control sets them off. */
addEventListener("click", async ({ target }) => {
  const button = target.closest?.("[data-copy], [data-print]")
  if (!button) return
  if (!button.dataset.copy) return print()
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
  const field = document.forms.search?.query
  if ((event.ctrlKey || event.metaKey) && event.key === "k" && field?.matches(":not(:focus)")) {
    event.preventDefault()
    document.querySelector("#__search:not(:checked)")?.click()
    field.focus()
  } else if ("fsnp,./".includes(event.key)) event.stopImmediatePropagation()
}, true)

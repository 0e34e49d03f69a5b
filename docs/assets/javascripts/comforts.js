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
    field.focus()
  } else if ("fsnp,./".includes(event.key)) event.stopImmediatePropagation()
}, true)

/**
 * Offers the way on when the search finds nothing. Material writes "No matching documents" and clears
 * the list for each answer; this watches that line and fills the empty list from the page's template.
 */
{
  const wayOn = document.getElementById("search-way-on")
  const result = document.querySelector("[data-md-component=search-result]")
  if (wayOn && result) {
    const [said, list] = [result.firstElementChild, result.lastElementChild]
    const field = document.querySelector("[data-md-component=search-query]")
    new MutationObserver(() => {
      if (list.childElementCount || !field.value) return
      said.textContent = wayOn.dataset.said
      list.append(wayOn.content.cloneNode(true))
    }).observe(said, { childList: true })
  }
}

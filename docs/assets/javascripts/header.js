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

/**
 * Menu and search open with the keyboard too. Material has labels there, which no key reaches; without
 * script they stay, and work by touch. Escape closes the menu, and so does leaving it.
 */
{
  const menu = () => document.querySelector(".md-sidebar--primary")
  const field = document.querySelector(".md-search__input")
  for (const label of document.querySelectorAll(".md-header label.md-header__button:is([for=__drawer], [for=__search])")) {
    const toggle = document.getElementById(label.htmlFor)
    const isMenu = toggle.id === "__drawer"
    const button = document.createElement("button")
    button.type = "button"
    button.className = label.className
    button.setAttribute("for", label.htmlFor)
    button.ariaLabel = isMenu ? "Menu" : "Search"
    button.ariaExpanded = toggle.checked
    button.append(...label.childNodes)
    label.replaceWith(button)
    toggle.addEventListener("change", () => button.ariaExpanded = toggle.checked)
    button.addEventListener("click", ({ detail }) => {
      toggle.click()
      if (!toggle.checked) return
      if (!isMenu) field.focus()
      else if (!detail) [...menu().querySelectorAll("a[href]")].find(link => link.checkVisibility({ visibilityProperty: true }))?.focus()
    })
    addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !toggle.checked) return
      toggle.click()
      field.blur()
      button.focus()
    })
    if (isMenu) addEventListener("focusout", ({ target, relatedTarget: next }) => {
      if (toggle.checked && next && next !== button && menu().contains(target) && !menu().contains(next)) toggle.click()
    })
  }
}

/** A reference that opens beside its number is a dialog to screen readers, and a dialog has a name. */
new MutationObserver(() => {
  for (const dialog of document.querySelectorAll(".md-tooltip2[role=dialog]:not([aria-label])")) dialog.ariaLabel = "Source"
}).observe(document.body, { childList: true, subtree: true })

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

/**
 * The page of questions: each answer folds under its question, so that the questions can be read like an index. The question
 * in the address is open, and opening another puts its address into the address bar, to save or to share. Without JavaScript
 * and on paper all are open.
 */
{
  const folds = [...document.querySelectorAll("article h3[id]")].map(heading => {
    const fold = Object.assign(document.createElement("details"), { className: "question" })
    const summary = document.createElement("summary")
    const answer = []
    for (let next = heading.nextElementSibling; next && !next.matches("h2, h3, .box--next, .tools, .sources"); next = next.nextElementSibling) {
      answer.push(next)
    }
    heading.replaceWith(fold)
    summary.append(heading)
    fold.append(summary, ...answer)
    summary.addEventListener("click", () => fold.open || history.replaceState(history.state, "", `#${heading.id}`))
    return fold
  })

  /** Opens the answer to the question in the address. */
  const asked = () => {
    const fold = folds.find(each => each.querySelector("h3").id === decodeURIComponent(location.hash.slice(1)))
    if (!fold) return
    fold.open = true
    fold.scrollIntoView()
  }
  addEventListener("hashchange", asked)
  addEventListener("beforeprint", () => folds.forEach(fold => fold.open = true))
  asked()
}

/**
 * The decision aid. On a phone it keeps two options side by side, and folds the reasons; on all screens it sorts reasons by the
 * weight that the reader gives them.
 * It adds nothing up, and it never says which option to choose. Nothing is saved.
 */
import { actions, button, copy, el, fill, start } from "./tools.js"

const WEIGHTS = ["2", "1", "0"]

/** On a phone two options are side by side: a third one replaces the one that was ticked first. */
const ticks = [...document.querySelectorAll(".decide__pick input")]
const ticked = ticks.filter(tick => tick.checked)
for (const tick of ticks) {
  tick.addEventListener("change", () => {
    if (!tick.checked) return ticked.splice(ticked.indexOf(tick), 1)
    if (ticked.push(tick) > 2) ticked.shift().checked = false
  })
}

/**
 * On a phone the reasons start folded, unless the address leads to their heading or into them. Without this script, and on
 * paper, they are open.
 */
const fold = document.querySelector(".decide--reasons")
let title = fold
while (!title.id) title = title.previousElementSibling
const asked = () => {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  return target === title || fold.contains(target)
}
if (matchMedia("(max-width: 44.9375em)").matches) fold.open = asked()
addEventListener("hashchange", () => asked() && (fold.open = true))

start("decide", (tool, words) => {
  const form = tool.querySelector("form")
  const mine = el("section", { className: "mine", hidden: true })
  mine.setAttribute("aria-label", words.mine)
  const lists = el("div")
  const [bar, said] = actions(
    button(words.print, () => window.print(), true),
    button(words.copy, () => copy(asText(), said, words)),
    button(words.again, () => { form.reset(); update(); form.querySelector("input").focus() }),
  )
  mine.append(el("p", { className: "tool__heading" }, words.mine), lists, bar)
  tool.append(mine, said) // outside the hidden section, so that screen readers announce the first count too

  const reasons = [...form.querySelectorAll(".reason")].map(item => {
    const means = item.querySelector(".reason__means").cloneNode(true)
    means.querySelectorAll("sup").forEach(mark => mark.remove())
    return { item, title: item.querySelector("legend").textContent.trim(), means: means.textContent.trim() }
  })
  const weight = reason => reason.item.querySelector("input:checked")?.value
  const groups = () => WEIGHTS
    .map(value => [words.groups[value], reasons.filter(reason => weight(reason) === value)])
    .filter(([, members]) => members.length)

  const asText = () => groups()
    .map(([heading, members]) => [heading, ...members.map(reason => `- ${reason.title}. ${reason.means}`)].join("\n"))
    .join("\n\n")

  function update() {
    const chosen = groups()
    lists.replaceChildren(...chosen.flatMap(([heading, members]) => [
      el("p", { className: "mine__weight" }, heading),
      el("ul", {}, ...members.map(reason => el("li", {}, el("span", { className: "mine__reason" }, `${reason.title}.`), ` ${reason.means}`))),
    ]))
    mine.hidden = !chosen.length
    const count = reasons.filter(weight).length
    said.textContent = count ? fill(words.count, { count, all: reasons.length }) : ""
  }

  form.addEventListener("change", update)
  form.addEventListener("submit", event => event.preventDefault())
  update()
})

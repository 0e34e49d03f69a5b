/**
 * The decision aid. On a phone it keeps two options side by side; everywhere it puts the reader's reasons in the reader's order.
 * It adds nothing up, and it never says which option to choose. Nothing is kept.
 */
import { actions, button, copy, el, start } from "./tools.js"

const GROUPS = [["2", "Matters a lot to me"], ["1", "Matters a little to me"], ["0", "Does not matter to me"]]

/** On a phone two options stand side by side: a third takes the place of the one that was ticked first. */
const ticks = [...document.querySelectorAll(".decide__pick input")]
const ticked = ticks.filter(tick => tick.checked)
for (const tick of ticks) {
  tick.addEventListener("change", () => {
    if (!tick.checked) return ticked.splice(ticked.indexOf(tick), 1)
    if (ticked.push(tick) > 2) ticked.shift().checked = false
  })
}

start("decide", tool => {
  const form = tool.querySelector("form")
  const mine = el("section", { className: "mine", hidden: true })
  mine.setAttribute("aria-label", "My reasons, in my order")
  const lists = el("div")
  const [bar, said] = actions(
    button("Print this page", () => window.print(), true),
    button("Copy my reasons", () => copy(asText(), said)),
    button("Start again", () => { form.reset(); update(); form.querySelector("input").focus() }),
  )
  mine.append(el("p", { className: "tool__heading" }, "My reasons, in my order"), lists, bar, said)
  tool.append(mine)

  const reasons = [...form.querySelectorAll(".reason")].map(item => {
    const means = item.querySelector(".reason__means").cloneNode(true)
    means.querySelectorAll("sup").forEach(mark => mark.remove())
    return { item, title: item.querySelector("legend").textContent.trim(), means: means.textContent.trim() }
  })
  const weight = reason => reason.item.querySelector("input:checked")?.value
  const groups = () => GROUPS
    .map(([value, heading]) => [heading, reasons.filter(reason => weight(reason) === value)])
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
    said.textContent = count ? `${count} of ${reasons.length} reasons are in your list.` : ""
  }

  form.addEventListener("change", update)
  form.addEventListener("submit", event => event.preventDefault())
  update()
})

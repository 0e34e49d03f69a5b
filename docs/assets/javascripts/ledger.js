/**
 * Filters and sorts the claims ledger. The list is complete without this script, which adds the controls.
 */
import { fill } from "./tools.js"

function control(label, name, options) {
  const wrap = document.createElement("label")
  wrap.className = "ledger__control"
  wrap.append(label)
  const select = document.createElement("select")
  select.name = name
  for (const [value, text] of options) select.append(new Option(text, value))
  wrap.append(select)
  return [wrap, select]
}

/** The different values of `key` in the items, each with its name from `names`. */
function distinct(items, key, names) {
  return [...new Set(items.map(item => item.dataset[key]))].map(value => [value, names[value]])
}

function enhance(ledger) {
  if (ledger.querySelector(".ledger__controls")) return
  const list = ledger.querySelector(".ledger__list")
  const count = ledger.querySelector(".ledger__count")
  const items = [...list.children]
  const words = JSON.parse(ledger.dataset.words)
  const order = Object.keys(words.certainties)
  const [verdictLabel, verdict] = control(words.verdict, "verdict", [["", words.all], ...distinct(items, "verdict", words.verdicts)])
  const [certaintyLabel, certainty] = control(words.sure, "certainty",
    [["", words.all], ...distinct(items, "certainty", words.certainties).sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]))])
  const [sortLabel, sort] = control(words.order, "order", [["", words.by_subject], ["certainty", words.surest]])
  const bar = document.createElement("form")
  bar.className = "ledger__controls"
  bar.append(verdictLabel, certaintyLabel, sortLabel)
  bar.addEventListener("submit", event => event.preventDefault())

  function update() {
    let shown = 0
    const sorted = sort.value
      ? [...items].sort((a, b) => order.indexOf(a.dataset.certainty) - order.indexOf(b.dataset.certainty))
      : items
    for (const item of sorted) {
      item.hidden = Boolean(verdict.value && item.dataset.verdict !== verdict.value) ||
        Boolean(certainty.value && item.dataset.certainty !== certainty.value)
      if (!item.hidden) shown += 1
      list.append(item)
    }
    count.textContent = fill(shown === items.length ? words.count : words.some, { count: shown, all: items.length })
  }

  bar.addEventListener("change", update)
  ledger.prepend(bar)
}

document.querySelectorAll(".ledger").forEach(enhance)

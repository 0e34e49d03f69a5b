/**
 * The letters: what is written on the page becomes a sheet to print or a text to copy.
 * Nothing is saved and nothing is sent.
 */
import { actions, button, copy, el, start } from "./tools.js"

const PRINTING = "prints-one-letter"

/** The written and ticked parts of a letter, as [heading, lines]. */
function parts(form) {
  return [...form.querySelectorAll(".letter__part")].map(part => {
    const heading = part.querySelector("legend, label").textContent.trim()
    const ticked = [...part.querySelectorAll("input:checked")].map(box => box.nextElementSibling.textContent.trim())
    const written = part.querySelector("textarea, input[type=text]")?.value.trim()
    return [heading, written ? written.split("\n") : ticked]
  }).filter(([, lines]) => lines.length)
}

start("letter", (tool, words) => {
  const form = tool.querySelector("form")
  const text = name => form.querySelector(`.letter__${name}`).textContent.trim()
  const sheet = el("div", { className: "letter__sheet" })
  sheet.setAttribute("aria-hidden", "true")

  const asText = () => [
    text("title"), text("opening"),
    ...parts(form).map(([heading, lines]) => lines.length > 1 ? [`${heading}:`, ...lines.map(line => `- ${line}`)].join("\n") : `${heading}: ${lines[0]}`),
    text("closing"),
  ].join("\n\n")

  /** Browsers cut off long answers when they print a form, so a written letter prints as text. An empty form prints as it is. */
  function compose() {
    const written = parts(form)
    tool.classList.toggle("letter--written", written.length > 0)
    sheet.replaceChildren(
      el("p", { className: "letter__title" }, text("title")), el("p", {}, text("opening")),
      ...written.flatMap(([heading, lines]) => [
        el("p", { className: "letter__heading" }, heading),
        ...lines.map(line => el("p", {}, line)),
      ]),
      el("p", {}, text("closing")),
    )
  }

  function printOne() {
    document.body.classList.add(PRINTING)
    tool.classList.add("letter--chosen")
    window.print()
  }

  window.addEventListener("beforeprint", compose)
  window.addEventListener("afterprint", () => {
    document.body.classList.remove(PRINTING)
    tool.classList.remove("letter--chosen")
  })
  form.addEventListener("submit", event => event.preventDefault())

  const [bar, said] = actions(
    button(words.print, printOne, true),
    button(words.copy, () => parts(form).length ? copy(asText(), said, words) : (said.textContent = words.nothing)),
    button(words.clear, () => {
      const before = [...form.elements].map(field => [field, field.value, field.checked])
      form.reset()
      const undo = button(words.undo, () => {
        before.forEach(([field, value, checked]) => Object.assign(field, "checked" in field && field.type === "checkbox" ? { checked } : { value }))
        said.textContent = words.back
      })
      said.replaceChildren(`${words.cleared} `, undo)
    }),
  )
  tool.append(sheet, bar, said)
})

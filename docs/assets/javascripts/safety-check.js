/**
 * Asks the questions, most urgent first, one at a time, and copies the most urgent card to the top.
 * The page is whole without it. Nothing is stored or sent.
 */
class SafetyCheck extends HTMLElement {
  connectedCallback() {
    addEventListener("hashchange", this)
    if (this.items) return
    const find = name => this.querySelector(`.check__${name}`)
    this.items = [...this.querySelectorAll(".check__item")]
    this.fine = this.items.pop()
    ;[this.bar, this.status, this.form, this.which, this.error, this.summary] =
      ["bar", "status", "form", "which", "error", "summary"].map(find)
    this.buttons = Object.fromEntries([...this.querySelectorAll("[data-do]")].map(button => [button.dataset.do, button]))
    for (const part of [find("head"), this.form, find("buttons"), this.summary]) part.hidden = false
    this.form.addEventListener("submit", event => { event.preventDefault(); this.next() })
    this.form.addEventListener("change", () => this.sort())
    this.addEventListener("click", event => this[event.target.dataset.do]?.())
    this.answers = []
    this.ask(0, false)
    this.reveal()
  }

  disconnectedCallback() { removeEventListener("hashchange", this) }
  handleEvent() { this.reveal() }

  /** A link into the questions shows all of them. */
  reveal() {
    const target = location.hash && this.querySelector(`[id="${location.hash.slice(1)}"]`)
    if (target && this.dataset.state !== "all") this.all()
    if (target) target.scrollIntoView()
  }

  /** One question: three answers, and boxes where it matters which sign it is. */
  ask(at, move = true) {
    this.at = at
    const item = this.items[at]
    const { value, signs = [] } = this.answers[at] ?? {}
    this.bar.value = at + 1
    this.status.textContent = this.error.textContent = ""
    this.form.querySelector("legend").textContent = item.querySelector(".check__ask").textContent
    for (const radio of this.form.answer) {
      radio.checked = radio.value === value
      radio.nextSibling.textContent = item.dataset[radio.value] ?? radio.nextSibling.textContent
    }
    this.which.lastElementChild.replaceChildren(...this.tells(item).map((tell, n) => {
      const label = this.form.answer[0].parentNode.cloneNode(true)
      Object.assign(label.firstChild, { type: "checkbox", name: "sign", value: n, checked: signs.includes(n) })
      label.lastChild.textContent = tell.parentNode.firstChild.textContent
      return label
    }))
    this.sort()
    this.show("ask", [item], move && item.querySelector("h3"))
  }

  /** What to say, one a sign. */
  tells(item) {
    return [...item.querySelectorAll(".check__tell")]
  }

  /** Asks which sign it is if not a clear no. */
  sort() {
    const { value } = this.form.answer
    this.which.hidden = !value || value === "no" || !this.form.sign
    if (value) this.error.textContent = ""
  }

  next() {
    const { value } = this.form.answer
    if (!value) {
      this.error.textContent = "Choose one answer. If you cannot decide, choose “Not sure”."
      this.form.answer[0].focus()
      return
    }
    const signs = [...this.form.querySelectorAll("[name=sign]:checked")].map(box => +box.value)
    this.answers[this.at] = { value, signs }
    const { level } = this.items[this.at].dataset
    this.ended = this.at + 1 === this.items.length
    if (this.ended || (value !== "no" && ["emergency", "urgent"].includes(level))) this.result()
    else this.ask(this.at + 1)
  }

  /** The most urgent card, then the others, the words to say, and what to watch for. */
  result() {
    const hits = this.items.filter((_, n) => n <= this.at && this.answers[n].value !== "no")
    const says = []
    for (const item of hits) {
      const { signs } = this.answers[this.items.indexOf(item)]
      this.tells(item).forEach((tell, n) => {
        const off = signs.length > 0 && !signs.includes(n)
        tell.parentNode.classList.toggle("is-off", off)
        if (!off) says.push(`“${tell.lastChild.textContent}”`)
      })
    }
    const words = [...this.fine.querySelectorAll(".check__words li")].map(word => word.textContent)
    this.summary.lastElementChild.replaceChildren(...[...says, ...words].map(text =>
      Object.assign(document.createElement("li"), { textContent: text })))
    if (this.ended) hits.push(this.fine)
    this.status.replaceChildren(hits[0].querySelector(".check__card").cloneNode(true))
    this.querySelector("details").open = true
    const heading = this.status.querySelector(".care__heading")
    heading.ariaLevel = 2
    this.show("result", hits, heading)
  }

  /** Shows these items, and moves the reader there. */
  show(state, shown, target) {
    Object.assign(this.dataset, { state, level: shown[0].dataset.level })
    for (const item of [...this.items, this.fine]) {
      item.classList.toggle("is-shown", shown.includes(item))
      item.classList.toggle("is-top", state === "result" && item === shown[0])
    }
    const { more, back, paper, again } = this.buttons
    back.hidden = state === "ask" && !this.at
    paper.hidden = again.hidden = state === "ask"
    more.hidden = state === "ask" || this.ended || this.dataset.level === "emergency"
    if (!target) return
    target.tabIndex = -1
    target.focus({ preventScroll: true })
    this.scrollIntoView()
  }

  more() { this.ask(this.at + 1) }
  back() { this.ask(this.at - (this.dataset.state === "ask")) }
  paper() { print() }
  again() { this.answers = []; this.ask(0) }

  /** To all questions on one page, and back. */
  all() {
    const whole = this.dataset.state !== "all"
    if (whole) this.was = this.dataset.state
    this.dataset.state = whole ? "all" : this.was
    this.buttons.all.textContent = whole ? "One question at a time" : "All questions on one page"
    this.scrollIntoView()
  }
}

customElements.define("safety-check", SafetyCheck)

/** An old result may not be true: back from memory, it asks anew. */
addEventListener("pageshow", event => event.persisted && location.reload())

/**
 * The safety check: shows one list at a time, and then what was ticked, the most urgent first. The result must be the same as that
 * of evidence/model/safety_check.py. The page is complete without this script. Nothing is stored or sent.
 */
class SafetyCheck extends HTMLElement {
  connectedCallback() {
    if (this.screens) return
    const all = selector => [...this.querySelectorAll(selector)]
    this.form = this.querySelector("form")
    this.status = this.querySelector(".check__status")
    this.bar = this.querySelector(".check__bar")
    this.screens = all(".check__screen")
    this.groups = all(".check__group")
    this.buttons = {}
    for (const button of all("[data-do]")) {
      this.buttons[button.dataset.do] = button
      button.addEventListener("click", () => this[button.dataset.do]())
    }
    for (const part of all(".check__result, .check__buttons")) part.hidden = false
    for (const box of all("input")) box.disabled = false
    this.form.addEventListener("change", () => this.name())
    this.form.addEventListener("submit", event => { event.preventDefault(); this.next() })
    this.again(false)
  }

  /** The ticked rows of one list, or of all lists. */
  ticked(within = this.form) {
    return [...within.querySelectorAll(":checked")].map(box => box.closest("li"))
  }

  level(row) {
    return this.groups.find(group => group.dataset.group === row.dataset.group).dataset.level
  }

  ask(at, move = true) {
    this.at = this.bar.value = at
    this.screens.forEach((screen, n) => screen.classList.toggle("is-shown", n === at))
    this.status.replaceChildren()
    this.dataset.state = "ask"
    this.name()
    if (move) this.go(this.screens[at].querySelector(".check__title"))
  }

  /** Names the main button after what it opens. Returns whether something on this screen is an emergency. */
  name() {
    const rows = this.ticked(this.screens[this.at])
    const now = rows.some(row => this.level(row) === "emergency")
    this.buttons.next.textContent = this.buttons.next.dataset[now ? "now" : rows.length ? "next" : "none"]
    this.buttons.skip.hidden = rows.length > 0
    this.buttons.back.hidden = this.at === 0
    return now
  }

  next() {
    this.answered.add(this.at)
    if (this.name()) this.result()
    else this.on()
  }

  skip() {
    this.answered.delete(this.at)
    this.on()
  }

  on() {
    if (this.at + 1 < this.screens.length) this.ask(this.at + 1)
    else this.result()
  }

  /** Shows what was ticked and nothing else. Screen readers announce the first group. */
  result() {
    const rows = this.ticked()
    const silent = this.screens.filter((screen, n) => !this.answered.has(n) && !this.ticked(screen).length)
    const found = this.groups.filter(group => {
      const name = group.dataset.group
      const own = name === "unanswered" ? silent : rows.filter(row => row.dataset.group === name)
      group.querySelector(".check__ticked")?.replaceChildren(...own.map(row => {
        const line = document.createElement("li")
        const parts = row.querySelectorAll(name === "unanswered" ? ".check__name" : ".check__what, .check__advice")
        line.append(...[...parts].map(part => part.cloneNode(true)))
        return line
      }))
      group.hidden = name === "clear" ? rows.length + silent.length > 0 : !own.length
      return !group.hidden
    })
    this.dataset.level = found[0].dataset.level
    this.dataset.groups = found.map(group => group.dataset.group).join(" ")
    this.dataset.state = "result"
    this.buttons.on.hidden = this.at + 1 === this.screens.length || rows.some(row => row.dataset.group === "ambulance")
    this.status.replaceChildren(found[0].cloneNode(true))
    found[0].hidden = true
    this.scrollIntoView()
    // The screen reader Orca finds a new heading only after a moment. Focused at once, it would read on below the result.
    const heading = this.status.querySelector("[role=heading]")
    setTimeout(() => heading.isConnected && this.go(heading), 150)
  }

  /** Moves the focus to a heading, and scrolls to the check. */
  go(heading) {
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    this.scrollIntoView()
  }

  back() { this.ask(this.at - 1) }
  change() { this.ask(this.at) }
  paper() { print() }
  again(move = true) {
    this.form.reset()
    this.answered = new Set()
    this.ask(0, move)
  }
}

customElements.define("safety-check", SafetyCheck)

/** An old result may no longer be true: when the page comes back from the cache, the check starts again. */
addEventListener("pageshow", event => event.persisted && location.reload())

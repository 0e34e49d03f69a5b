/**
 * The trial diary. It lives on the page, and in this browser's own storage if the reader keeps the
 * tick. Storage can be missing, full, or hold something we cannot read: then the diary still works,
 * says so, and overwrites nothing.
 */
import { chart, longDate, shortDate } from "./diary-chart.js"
import { actions, button, el, start } from "./tools.js"

const KEY = "massage-for-back-pain:diary"
const KIND = "massage-for-back-pain/diary"
const VERSION = 1
const NO_ROOM = "This device has no room to keep the diary. It is still on this page: save it as a file, or print it, before you close the page."
const CLEAR = 0.3 // about a third lower: the guide that the page explains
const AFTER = { "": "–", better: "Better", same: "About the same", worse: "Worse" }

const empty = () => ({ kind: KIND, version: VERSION, thing: "", stopped: "", scores: [] })
const byDate = (a, b) => a.date.localeCompare(b.date)
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)
const isDate = text => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
const isScore = (value, most = 10) => Number.isInteger(value) && value >= 0 && value <= most
const weekday = date => new Date(date).toLocaleDateString("en-GB", { weekday: "long", timeZone: "UTC" })

/** A diary from text, with nothing in it that we did not put there. Throws a sentence for people. */
export function read(text) {
  let data
  try { data = JSON.parse(text) } catch { throw new Error("It is not a diary from this page.") }
  if (data?.kind !== KIND || !Array.isArray(data.scores)) throw new Error("It is not a diary from this page.")
  if (data.version > VERSION) throw new Error("It was made by a newer version of this page. Load the page again, then try once more.")
  const scores = data.scores.map(({ date, pain, way, count, after, note } = {}) => {
    if (!isDate(date) || !isScore(pain) || !isScore(way) || !isScore(count, 99) || !(after in AFTER)) {
      throw new Error("A score in it is damaged.")
    }
    return { date, pain, way, count, after, note: String(note ?? "").slice(0, 200) }
  })
  return { ...empty(), thing: String(data.thing ?? "").slice(0, 120), stopped: isDate(data.stopped) ? data.stopped : "", scores: scores.sort(byDate) }
}

/** Start, now and change of one number, over the scores in order. */
function change(scores, name) {
  const before = scores.filter(score => score.count === 0)
  const first = before.length ? before : scores.slice(0, 1)
  const from = first.reduce((sum, score) => sum + score[name], 0) / first.length
  const to = scores.at(-1)[name]
  return { from: Math.round(from * 10) / 10, to, share: from ? (from - to) / from : 0 }
}

/** What the numbers say, in sentences: a suggestion, never a verdict. */
export function lookBack({ scores }, { review, sessions }) {
  if (!scores.length) return []
  const count = scores.at(-1).count
  const rated = scores.filter(score => score.after)
  if (rated.length > 1 && rated.slice(-2).every(score => score.after === "worse")) {
    return ["You felt worse after two sessions in a row. Our suggestion is to stop. You did nothing wrong."]
  }
  if (scores.length < 2 || count < review) {
    return [`Look back after session ${review}. So far: ${count}. Until then the numbers say little.`]
  }
  const pain = change(scores, "pain")
  const way = change(scores, "way")
  const words = ({ from, to }) => `${from} at the start, ${to} now`
  const said = [`Pain: ${words(pain)}. In the way: ${words(way)}.`]
  const better = Math.max(pain.share, way.share) >= CLEAR
  const worse = Math.min(pain.share, way.share) <= -CLEAR
  if (better && worse) said.push("One number is clearly lower and the other clearly higher. Think about which of them matters more to you.")
  else if (better) said.push(`At least one is about a third lower, or more. It looks worth it for you. You can finish at ${sessions} and see how a few weeks without go, or go on: that is yours to say.`)
  else if (count < sessions) said.push(`There is no clear change. It is fair to stop now. If you are not sure, go on to ${sessions}.`)
  else said.push(`There is no clear change after ${count}. Our suggestion is to stop. You did nothing wrong.`)
  if (better && [pain, way].some(one => one.share >= CLEAR && one.from - one.to < 2)) said.push("From a low start one point is a third, so it says little.")
  if (!scores.some(score => score.count === 0)) said.push("There is no score from before the first session, so the start is a guess.")
  said.push("Backs go up and down by themselves. This is our suggestion, and no trial has tested it. What is worth the money is yours to say.")
  return said
}

start("diary", tool => {
  const find = selector => tool.querySelector(selector)
  const form = find("form")
  const { thing, keep, date, pain, way, count, days, note } = form.elements
  const message = find(".tool__message")
  const body = find("tbody")
  const blank = [...body.rows]
  const limits = { review: Number(tool.dataset.review), sessions: Number(tool.dataset.sessions) }
  let diary = empty()
  let store = null
  let unreadable = null
  let unsaved = false
  let ready = false

  /** Says something near where the reader is, with buttons for what can be done about it. The last gets the focus where asked. */
  function say(text, choices = [], focus = false, good = false) {
    message.classList.toggle("tool__message--good", good)
    const buttons = choices.map(([label, act]) => button(label, () => { message.hidden = true; act() }))
    message.replaceChildren(el("p", {}, text))
    if (buttons.length) message.append(el("div", { className: "tool__actions" }, ...buttons))
    message.hidden = false
    if (!ready) return tool.prepend(message)
    const near = bar.contains(document.activeElement) ? bar : form
    near.after(message)
    if (focus) buttons.at(-1)?.focus()
    else message.scrollIntoView({ block: "nearest" })
  }

  function save() {
    unsaved = diary.scores.length > 0
    if (!keep.checked || !store || unreadable !== null) return false
    try {
      store.setItem(KEY, JSON.stringify(diary))
      unsaved = false
    } catch {
      say(NO_ROOM)
    }
    return !unsaved
  }

  /** Takes the diary off the device. True where nothing of it is left there. */
  function forget() {
    try { store?.removeItem(KEY) } catch { return false }
    return true
  }

  function download(text, name) {
    const link = el("a", { href: URL.createObjectURL(new Blob([text], { type: "application/json" })), download: name })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  }

  function load() {
    let text = null
    try {
      store = window.localStorage
      text = store.getItem(KEY)
    } catch { store = null }
    if (!store) {
      keep.checked = false
      keep.disabled = true
      say("This browser does not let pages keep anything on this device. You can still use the diary: save it as a file, or print it, before you close the page.")
    } else if (text !== null) {
      try { diary = read(text) } catch (fault) {
        unreadable = text
        say(`What is kept on this device cannot be read. ${fault.message} Nothing was deleted. Until you choose, new scores stay on this page only.`, [
          ["Save what is there as a file", () => { download(unreadable, "back-diary-unreadable.json"); load() }],
          ["Delete it and start again", () => { if (forget()) { unreadable = null; save(); draw() } }],
        ])
      }
    }
    draw()
  }

  function remove(score) {
    diary.scores = diary.scores.filter(one => one !== score)
    save()
    draw()
    say(`The score of ${longDate(score.date)} is gone.`, [["Undo", () => { diary.scores = [...diary.scores, score].sort(byDate); save(); draw() }]], true)
  }

  function row(score) {
    const cell = (label, ...inside) => { const td = el("td", {}, ...inside); if (inside[0]) td.dataset.label = label; td.setAttribute("role", "cell"); return td }
    const head = el("th", { scope: "row" }, score.count ? `After session ${score.count}` : "Before the first session")
    head.setAttribute("role", "rowheader")
    const gone = button("Remove", () => remove(score))
    gone.setAttribute("aria-label", `Remove the score of ${longDate(score.date)}`)
    const line = el("tr", {}, head, cell("Date", shortDate(score.date, true)), cell("Pain", String(score.pain)), cell("In the way", String(score.way)),
      cell("Days after", AFTER[score.after]), cell("Note", score.note, " ", gone))
    line.setAttribute("role", "row")
    return line
  }

  function draw() {
    const { scores } = diary
    const last = scores.at(-1)
    thing.value = diary.thing
    find(".diary__thing").textContent = diary.thing
    body.replaceChildren(...scores.map(row), ...blank.filter((line, n) => !last || Math.max(0, n - 1) > last.count))
    tool.classList.toggle("diary--empty", !last)
    const figure = find(".diary__chart")
    figure.replaceChildren(...(scores.length > 1 ? chart(scores) : []))
    figure.hidden = scores.length < 2
    const looking = find(".diary__review")
    const sentences = diary.stopped
      ? [`You stopped the trial on ${longDate(diary.stopped)}, because something was new, worse or not usual. No more massage until a health professional has looked at it.`]
      : lookBack(diary, limits)
    looking.replaceChildren(...(sentences.length ? [el("p", { className: "tool__heading" }, diary.stopped ? "The trial is over for now" : "Looking back")] : []), ...sentences.map(text => el("p", {}, text)))
    if (diary.stopped) looking.append(button("A health professional has looked at it", () => { diary.stopped = ""; save(); draw() }))
    looking.hidden = !sentences.length
    find(".diary__entry").disabled = Boolean(diary.stopped)
  }

  function fresh() {
    for (const field of [pain, way, days, note]) field.value = ""
    form.querySelectorAll("[name=new]").forEach(choice => { choice.checked = false })
    date.value = today()
    count.value = String(Math.min(limits.sessions, diary.scores.at(-1)?.count ?? 0))
  }

  /** Something new ends the trial at once: the card comes up, and no score is asked for. */
  function stop() {
    diary.stopped = today()
    save()
    draw()
    say("Stop here, and get help now if it is on the emergency list. If it is not, ask for medical help today. Your scores are safe.")
    const card = document.querySelector(".care-line--emergency")
    if (card) { card.tabIndex = -1; card.focus() }
  }

  function add(event) {
    event.preventDefault()
    const missing = [
      [date, !isDate(date.value) || date.value > today(), "Choose the date of the score, today or earlier."],
      [pain, pain.value === "", "Choose a number for pain."],
      [way, way.value === "", "Choose a number for what gets in the way."],
      [form.querySelector("[name=new]"), !form.elements.new.value, "Say if anything is new, worse or not usual. \"Not sure\" counts as yes."],
    ]
    const fault = missing.find(([, wrong]) => wrong)
    missing.forEach(([field, wrong]) => field.setAttribute("aria-invalid", String(wrong)))
    if (["yes", "unsure"].includes(form.elements.new.value)) return stop()
    if (fault) { say(fault[2]); return fault[0].focus() }
    const score = { date: date.value, pain: Number(pain.value), way: Number(way.value), count: Number(count.value), after: days.value, note: note.value.trim() }
    const replaced = diary.scores.some(one => one.date === score.date)
    const first = diary.scores[0]
    diary.scores = [...diary.scores.filter(one => one.date !== score.date), score].sort(byDate)
    const other = first && weekday(first.date) !== weekday(score.date)
    const kept = save()
    draw()
    fresh()
    say([
      `${replaced ? "The score of that day is replaced" : "Added"}: ${shortDate(score.date)}, pain ${score.pain}, in the way ${score.way}.`,
      kept ? "It is kept on this device."
        : keep.checked && store && unreadable === null ? NO_ROOM : "It is on this page only: save a file, or print it, before you close the page.",
      other && `Your first score was on a ${weekday(first.date)}: the same day each week is fairer.`,
    ].filter(Boolean).join(" "), [], false, kept)
  }

  async function open(file) {
    let found
    try { found = read(file.size > 1e6 ? "" : await file.text()) } catch (fault) {
      return say(`This file was not opened. ${fault.message} Nothing here has changed.`)
    }
    const take = () => { diary = found; save(); draw(); fresh(); say(`The file is open: ${found.scores.length} scores.`) }
    if (!diary.scores.length) return take()
    say(`The file has ${found.scores.length} scores. Here you have ${diary.scores.length}. Put the file in their place?`, [
      ["Use the file", take], ["Keep what is here", () => {}],
    ], true)
  }

  const file = el("input", { type: "file", accept: ".json,application/json", hidden: true })
  file.addEventListener("change", async () => { if (file.files[0]) await open(file.files[0]); file.value = "" })
  const bar = find(".diary__actions")
  bar.append(...actions(
    button("Print", () => window.print(), true),
    button("Save as a file", () => { download(JSON.stringify(diary, null, 2), "back-diary.json"); unsaved = false }),
    button("Open a saved file", () => file.click()),
    button("Delete everything", () => say("Delete the whole diary? This cannot be undone.", [
      ["Yes, delete everything", () => {
        const gone = forget()
        diary = empty()
        unreadable = null
        unsaved = false
        draw()
        fresh()
        say(gone ? "The diary is deleted from this device." : "The diary is gone from this page, but this browser would not delete what it keeps. Clear the data for this site in the browser's settings.")
      }],
      ["No, keep it", () => {}],
    ], true)),
  ), file)

  form.addEventListener("submit", add)
  thing.addEventListener("change", () => { diary.thing = thing.value.trim(); save(); draw() })
  keep.addEventListener("change", () => {
    if (keep.checked) return save()
    unsaved = diary.scores.length > 0
    say(forget() ? "Nothing is kept on this device now. The diary is on this page until you close it." : "This browser would not delete what it keeps. Clear the data for this site in its settings.")
  })
  window.addEventListener("storage", event => { if (event.key === KEY && keep.checked && !unsaved) { diary = empty(); unreadable = null; load() } })
  window.addEventListener("beforeunload", event => { if (unsaved) event.preventDefault() })
  form.hidden = false
  bar.hidden = false
  load()
  fresh()
  ready = true
})

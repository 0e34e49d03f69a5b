/**
 * The trial diary. It is on the page, and in this browser's own storage if the reader leaves the
 * box ticked. Storage can be missing, full, or contain something we cannot read: then the diary still works,
 * says so, and overwrites nothing.
 */
import { chart, dates } from "./diary-chart.js"
import { actions, button, el, fill, start } from "./tools.js"

const KEY = "massage-for-back-pain:diary"
const KIND = "massage-for-back-pain/diary"
const VERSION = 1
const CLEAR = 0.3 // a drop of about a third, which the page explains

const empty = () => ({ kind: KIND, version: VERSION, thing: "", stopped: "", scores: [] })
const byDate = (a, b) => a.date.localeCompare(b.date)
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)
const isDate = text => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))
const isScore = (value, most = 10) => Number.isInteger(value) && value >= 0 && value <= most

/** Reads a diary from text, and keeps only what a diary contains. Throws an Error with a message for the reader. */
export function read(text, words) {
  let data
  try { data = JSON.parse(text) } catch { throw new Error(words.not_ours) }
  if (data?.kind !== KIND || !Array.isArray(data.scores)) throw new Error(words.not_ours)
  if (data.version > VERSION) throw new Error(words.newer)
  const scores = data.scores.map(({ date, pain, way, count, after, note } = {}) => {
    if (!isDate(date) || !isScore(pain) || !isScore(way) || !isScore(count, 99) || !(after in words.after)) {
      throw new Error(words.damaged)
    }
    return { date, pain, way, count, after, note: String(note ?? "").slice(0, 200) }
  })
  return { ...empty(), thing: String(data.thing ?? "").slice(0, 120), stopped: isDate(data.stopped) ? data.stopped : "", scores: scores.sort(byDate) }
}

/** The first and the last value of one score, and the drop as a share of the first. The scores are in order. */
function change(scores, name) {
  const before = scores.filter(score => score.count === 0)
  const first = before.length ? before : scores.slice(0, 1)
  const from = first.reduce((sum, score) => sum + score[name], 0) / first.length
  const to = scores.at(-1)[name]
  return { from: Math.round(from * 10) / 10, to, share: from ? (from - to) / from : 0 }
}

/** Says in sentences what the numbers suggest. It never gives a verdict. */
export function lookBack({ scores }, { review, sessions }, words) {
  if (!scores.length) return []
  const count = scores.at(-1).count
  const rated = scores.filter(score => score.after)
  if (rated.length > 1 && rated.slice(-2).every(score => score.after === "worse")) {
    return [words.worse_twice]
  }
  if (scores.length < 2 || count < review) {
    return [fill(words.early, { review, count })]
  }
  const pain = change(scores, "pain")
  const way = change(scores, "way")
  const said = [fill(words.both, { pain: fill(words.change, pain), way: fill(words.change, way) })]
  const better = Math.max(pain.share, way.share) >= CLEAR
  const worse = Math.min(pain.share, way.share) <= -CLEAR
  if (better && worse) said.push(words.mixed)
  else if (better) said.push(fill(words.better, { sessions }))
  else if (count < sessions) said.push(fill(words.unclear, { sessions }))
  else said.push(fill(words.unclear_last, { count }))
  if (better && [pain, way].some(one => one.share >= CLEAR && one.from - one.to < 2)) said.push(words.low_start)
  if (!scores.some(score => score.count === 0)) said.push(words.no_before)
  said.push(words.ours)
  return said
}

start("diary", (tool, words) => {
  const { longDate, shortDate, weekday } = dates(words.locale)
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
  /** The control that was last pressed or left empty. The focus does not show it, as Safari on a Mac gives pressed buttons none. */
  let used = form
  // On the window, because a screen reader calls everything inside an element that listens "clickable".
  addEventListener("click", event => { if (tool.contains(event.target) && !message.contains(event.target)) used = event.target }, true)

  /**
   * Shows a message below the control that was used, scrolled into view, with a button for each of the choices. If `focus` is
   * true, the last button gets the focus. When a choice is made, the focus returns to the control.
   */
  function say(text, choices = [], focus = false, good = false) {
    message.classList.toggle("tool__message--good", good)
    const buttons = choices.map(([label, act]) => button(label, () => {
      message.hidden = true
      act()
      if (document.activeElement === document.body) used.focus()
    }))
    message.replaceChildren(el("p", {}, text))
    if (buttons.length) message.append(el("div", { className: "tool__actions" }, ...buttons))
    message.hidden = false
    if (!ready) return tool.prepend(message)
    const near = used.closest(".field, .diary__course, .diary__actions") ?? form
    near.after(message)
    if (focus) buttons.at(-1)?.focus()
    message.scrollIntoView({ block: "nearest" })
  }

  function save() {
    unsaved = diary.scores.length > 0
    if (!keep.checked || !store || unreadable !== null) return false
    try {
      store.setItem(KEY, JSON.stringify(diary))
      unsaved = false
    } catch {
      say(words.no_room)
    }
    return !unsaved
  }

  /** Removes the diary from the device. Returns whether nothing of it is left there. */
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
      say(words.no_storage)
    } else if (text !== null) {
      try { diary = read(text, words) } catch (fault) {
        unreadable = text
        say(fill(words.unreadable, { why: fault.message }), [
          [words.unreadable_save, () => { download(unreadable, "back-diary-unreadable.json"); load() }],
          [words.unreadable_delete, () => { if (forget()) { unreadable = null; save(); draw() } }],
        ])
      }
    }
    draw()
  }

  function remove(score) {
    diary.scores = diary.scores.filter(one => one !== score)
    save()
    draw()
    say(fill(words.gone, { day: longDate(score.date) }), [[words.undo, () => {
      diary.scores = [...diary.scores, score].sort(byDate)
      save()
      draw()
      body.rows[diary.scores.indexOf(score)].querySelector("button").focus()
    }]], true)
  }

  function row(score) {
    const cell = (label, ...inside) => { const td = el("td", {}, ...inside); if (inside[0]) td.dataset.label = label; td.setAttribute("role", "cell"); return td }
    const head = el("th", { scope: "row" }, score.count ? fill(words.session, { number: score.count }) : words.before)
    head.setAttribute("role", "rowheader")
    const gone = button(words.remove, () => remove(score))
    gone.setAttribute("aria-label", fill(words.remove_label, { day: longDate(score.date) }))
    const line = el("tr", {}, head, cell(words.heads.date, shortDate(score.date, true)), cell(words.heads.pain, String(score.pain)), cell(words.heads.way, String(score.way)),
      cell(words.heads.after, words.after[score.after]), cell(words.heads.note, score.note, " ", gone))
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
    figure.replaceChildren(...(scores.length > 1 ? chart(scores, words) : []))
    figure.hidden = scores.length < 2
    const looking = find(".diary__review")
    const sentences = diary.stopped
      ? [fill(words.stopped, { day: longDate(diary.stopped) })]
      : lookBack(diary, limits, words)
    looking.replaceChildren(...(sentences.length ? [el("p", { className: "tool__heading" }, diary.stopped ? words.over : words.back)] : []), ...sentences.map(text => el("p", {}, text)))
    if (diary.stopped) looking.append(button(words.looked_at, () => { diary.stopped = ""; save(); draw() }))
    looking.hidden = !sentences.length
    find(".diary__entry").disabled = Boolean(diary.stopped)
  }

  function fresh() {
    for (const field of [pain, way, days, note]) field.value = ""
    form.querySelectorAll("[name=new]").forEach(choice => { choice.checked = false })
    date.value = today()
    count.value = String(Math.min(limits.sessions, diary.scores.at(-1)?.count ?? 0))
  }

  /** A new symptom ends the trial at once: the emergency card gets the focus, and no score is needed. */
  function stop() {
    diary.stopped = today()
    save()
    draw()
    say(words.stop)
    const card = document.querySelector(".care-line--emergency")
    if (card) { card.tabIndex = -1; card.focus() }
  }

  function add(event) {
    event.preventDefault()
    const missing = [
      [date, !isDate(date.value) || date.value > today(), words.choose_date],
      [pain, pain.value === "", words.choose_pain],
      [way, way.value === "", words.choose_way],
      [form.querySelector("[name=new]"), !form.elements.new.value, words.choose_new],
    ]
    const fault = missing.find(([, wrong]) => wrong)
    missing.forEach(([field, wrong]) => field.setAttribute("aria-invalid", String(wrong)))
    if (["yes", "unsure"].includes(form.elements.new.value)) return stop()
    if (fault) {
      used = fault[0]
      used.focus()
      return say(fault[2])
    }
    const score = { date: date.value, pain: Number(pain.value), way: Number(way.value), count: Number(count.value), after: days.value, note: note.value.trim() }
    const replaced = diary.scores.some(one => one.date === score.date)
    const first = diary.scores[0]
    diary.scores = [...diary.scores.filter(one => one.date !== score.date), score].sort(byDate)
    const other = first && weekday(first.date) !== weekday(score.date)
    const kept = save()
    draw()
    fresh()
    say([
      fill(replaced ? words.replaced : words.added, { day: shortDate(score.date), pain: score.pain, way: score.way }),
      kept ? words.kept
        : keep.checked && store && unreadable === null ? words.no_room : words.on_page,
      other && fill(words.other_day, { weekday: weekday(first.date) }),
    ].filter(Boolean).join(" "), [], false, kept)
  }

  async function open(file) {
    let found
    try { found = read(file.size > 1e6 ? "" : await file.text(), words) } catch (fault) {
      return say(fill(words.not_opened, { why: fault.message }))
    }
    const take = () => { diary = found; save(); draw(); fresh(); say(fill(words.opened, { count: found.scores.length })) }
    if (!diary.scores.length) return take()
    say(fill(words.in_place, { count: found.scores.length, here: diary.scores.length }), [
      [words.use_file, take], [words.keep_here, () => {}],
    ], true)
  }

  const file = el("input", { type: "file", accept: ".json,application/json", hidden: true })
  file.addEventListener("change", async () => { if (file.files[0]) await open(file.files[0]); file.value = "" })
  const bar = find(".diary__actions")
  bar.append(...actions(
    button(words.print, () => window.print(), true),
    button(words.save, () => { download(JSON.stringify(diary, null, 2), "back-diary.json"); unsaved = false }),
    button(words.open, () => file.click()),
    button(words.delete, () => say(words.delete_sure, [
      [words.delete_yes, () => {
        const gone = forget()
        diary = empty()
        unreadable = null
        unsaved = false
        draw()
        fresh()
        say(gone ? words.deleted : words.not_deleted)
      }],
      [words.delete_no, () => {}],
    ], true)),
  ), file)

  form.addEventListener("submit", add)
  thing.addEventListener("change", () => { diary.thing = thing.value.trim(); save(); draw() })
  keep.addEventListener("change", () => {
    if (keep.checked) return save()
    unsaved = diary.scores.length > 0
    say(forget() ? words.forgotten : words.not_forgotten)
  })
  window.addEventListener("storage", event => { if (event.key === KEY && keep.checked && !unsaved) { diary = empty(); unreadable = null; load() } })
  window.addEventListener("beforeunload", event => { if (unsaved) event.preventDefault() })
  form.hidden = false
  bar.hidden = false
  load()
  fresh()
  ready = true
})

/**
 * Draws the course of the two scores. The table beside the drawing says the same in numbers.
 */
import { fill } from "./tools.js"

const SPACE = "http://www.w3.org/2000/svg"
const BOX = { left: 26, right: 346, top: 12, bottom: 150, width: 360, height: 176 }

/** Functions that write a day in the page's language: "3 November 2026"; "3 Nov", or "3 Nov 2026"; "Tuesday". */
export function dates(locale) {
  const write = (date, parts) => new Date(date).toLocaleDateString(locale, { ...parts, timeZone: "UTC" })
  return {
    longDate: date => write(date, { day: "numeric", month: "long", year: "numeric" }),
    shortDate: (date, year = false) => write(date, { day: "numeric", month: "short", ...(year && { year: "numeric" }) }),
    weekday: date => write(date, { weekday: "long" }),
  }
}

function shape(tag, attributes, text = "") {
  const node = document.createElementNS(SPACE, tag)
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value)
  node.textContent = text
  return node
}

/** The drawing and its caption. Pain is a line with dots, the other score a dashed line with squares: colour is not the only difference. */
export function chart(scores, words) {
  const { longDate, shortDate } = dates(words.locale)
  const times = scores.map(score => Date.parse(score.date))
  const across = time => BOX.left + (BOX.right - BOX.left) * (time - times[0]) / ((times.at(-1) - times[0]) || 1)
  const up = value => BOX.bottom - (BOX.bottom - BOX.top) * value / 10
  const points = name => scores.map((score, n) => [across(times[n]), up(score[name])])
  const svg = shape("svg", { viewBox: `0 0 ${BOX.width} ${BOX.height}`, role: "img", class: "course" })
  const ends = name => fill(words.chart_ends, { from: scores[0][name], to: scores.at(-1)[name] })
  svg.setAttribute("aria-label", fill(words.chart, {
    first: longDate(scores[0].date), last: longDate(scores.at(-1).date), pain: ends("pain"), way: ends("way"),
  }))
  const drawing = shape("g", { "aria-hidden": "true" }) // Firefox would read out its words after the description
  svg.append(drawing)
  for (const value of [0, 5, 10]) {
    drawing.append(shape("line", { class: "course__grid", x1: BOX.left, x2: BOX.right, y1: up(value), y2: up(value) }),
      shape("text", { class: "course__text", x: BOX.left - 6, y: up(value) + 4, "text-anchor": "end" }, value))
  }
  drawing.append(shape("text", { class: "course__text", x: BOX.left, y: BOX.height - 8 }, shortDate(scores[0].date)),
    shape("text", { class: "course__text", x: BOX.right, y: BOX.height - 8, "text-anchor": "end" }, shortDate(scores.at(-1).date)))
  for (const name of ["way", "pain"]) {
    drawing.append(shape("polyline", { class: `course__line course__line--${name}`, points: points(name).map(point => point.join()).join(" ") }))
    drawing.append(...points(name).map(([x, y]) => name === "pain"
      ? shape("circle", { class: "course__mark course__mark--pain", cx: x, cy: y, r: 4.5 })
      : shape("rect", { class: "course__mark course__mark--way", x: x - 4, y: y - 4, width: 8, height: 8 })))
  }
  const caption = document.createElement("figcaption")
  const key = (mark, text) => {
    const sample = shape("svg", { viewBox: "0 0 28 10", class: "course__key", "aria-hidden": "true" })
    sample.append(shape("line", { class: `course__line course__line--${mark}`, x1: 0, x2: 28, y1: 5, y2: 5 }),
      mark === "pain" ? shape("circle", { class: "course__mark course__mark--pain", cx: 14, cy: 5, r: 4 })
        : shape("rect", { class: "course__mark course__mark--way", x: 10, y: 1, width: 8, height: 8 }))
    const item = document.createElement("span")
    item.append(sample, ` ${text}`)
    return item
  }
  caption.append(key("pain", words.chart_pain), key("way", words.chart_way), ` ${words.chart_lower}`)
  return [svg, caption]
}

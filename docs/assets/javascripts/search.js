/**
 * The search takes what people type, paste or say, and its results have names. Material hears keys only, and lunr, its search
 * program, reads signs such as ":" as commands and weighs every word of a question alike. So what it reads from the field is
 * the telling words; what the reader sees there stays. Zensical has a field of its own, which needs none of this.
 */
for (const field of document.querySelectorAll("[data-md-component=search-query]")) {
  const list = document.querySelector(".md-search-result__list")
  const small = new Set(("a about all also am an and any are as at be because been but by can cannot cant could did didnt do " +
    "does doesnt dont for from get getting go going got had has have he her hey hi him his how i id if im in into is isnt it its " +
    "ive just let like may me might most much must my no not of ok okay on or other our own please really she should so some " +
    "than that the their them then there these they this to too us very was we were what when where which while who why will " +
    "with wont would you your").split(" "))
  const common = /^(?:massag(?:e|es|ed|ing)|therapists?|backs?|pains?|painful|low|lower|bad|helps?|needs?|works?)$/
  const unsuitable = /\b(?:should|must|who)(?: \w+){0,2} (?:not|never|avoid)\b|\b(?:should|must)n'?t\b|\bwho can(?:no|'?)t\b/
  /** Endings go too: lunr looks for words that begin so, but with "^1" for that word, no "painkiller". "Should not" is a question
   *  about safety, in small words only. */
  const telling = text => {
    const said = text.toLowerCase().replaceAll("’", "'")
    const words = said.replace(/\w+n't\b|'\w*/g, "").match(/[\p{L}\p{N}]+(?:\.\p{N}+)?/gu) ?? []
    const large = words.filter(word => !small.has(word)).concat(unsuitable.test(said) ? "unsuitable" : [])
    const rare = large.filter(word => !common.test(word))
    const asked = (rare[0] ? rare : large[0] ? large : words).map(word => word.replace(/^(\w{4,}?)(?:s|es|ing|ed)$/, "$1"))
    return asked.map(word => word.replace(/^(massag|back|pain)e?$/, "$&^1").replace("massag^", "massage^")).join(" ")
  }
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")
  Object.defineProperty(field, "value", { get: () => telling(get.call(field)), set: value => { set.call(field, value) } })
  field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup")))
  new MutationObserver(() => list.querySelectorAll("h1, h2").forEach(named => named.closest("a").ariaLabel = named.textContent))
    .observe(list, { childList: true })
}

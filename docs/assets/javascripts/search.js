/**
 * The search takes what people type, paste or say, and gives its results accessible names. Material listens only to keys, and lunr,
 * its search engine, treats characters such as ":" as commands and weighs every word of a question equally. So lunr gets only the
 * words that matter, while the field still shows what the reader typed. Zensical has its own field, which needs none of this.
 * The words of the language are in search-words.js.
 */
for (const field of document.querySelectorAll("[data-md-component=search-query]")) {
  const list = document.querySelector(".md-search-result__list")
  const asked = globalThis.searchWords
  const small = new Set(asked.small.split(" "))
  const [common, unsuitable, endings] = [asked.common, asked.unsuitable, asked.endings].map(pattern => new RegExp(pattern))
  const foreign = new RegExp(asked.foreign, "u")
  /** Returns the words that matter, without endings, since lunr matches beginnings. It matches a word with "^1" only whole. */
  const telling = text => {
    const said = text.toLowerCase().replaceAll("’", "'")
    if (foreign.test(said)) return asked.foreign_word
    const words = said.replace(new RegExp(asked.left_out, "g"), "").match(/[\p{L}\p{N}]+(?:\.\p{N}+)?/gu) ?? []
    const large = words.filter(word => !small.has(word)).concat(unsuitable.test(said) ? asked.unsuitable_word : [])
    const rare = large.filter(word => !common.test(word))
    return (rare[0] ? rare : large[0] ? large : words).map(word => word.replace(endings, "$1"))
      .map(word => Object.hasOwn(asked.whole, word) ? `${asked.whole[word]}^1` : word).join(" ")
  }
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")
  Object.defineProperty(field, "value", { get: () => telling(get.call(field)), set: value => { set.call(field, value) } })
  field.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup")))
  new MutationObserver(() => list.querySelectorAll("h1, h2").forEach(named => {
    const link = named.closest("a")
    link.ariaLabel = named.textContent
    link.href = link.href.replace("?card=", "#") // each card of the safety page has an entry of its own, see search_index.py
  })).observe(list, { childList: true })
}

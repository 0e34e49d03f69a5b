/**
 * Before the first paint: says that script runs, and takes the colours that the reader chose, else those
 * that the device asks for. Plain script, since modules run later. Where the browser keeps nothing for this
 * site, the theme's two helpers would throw: then nothing is remembered, and all else works.
 */
{
  for (const name of ["__md_get", "__md_set"]) {
    const helper = window[name]
    window[name] = (...given) => {
      try { return helper(...given) } catch { return null }
    }
  }
  document.documentElement.className = "js"
  const chosen = __md_get("__palette")
  const asked = Number(matchMedia("(prefers-color-scheme: dark)").matches)
  const option = document.querySelectorAll("[name=__palette]")[chosen?.index ?? asked]
  for (const name of option ? ["scheme", "primary", "accent"] : []) {
    document.body.setAttribute(`data-md-color-${name}`, option.getAttribute(`data-md-color-${name}`))
  }
}

/** Invisible characters, and the marks of scripts that are read without them: Latin, Greek, Cyrillic, Hebrew, Arabic. */
const IGNORED = /[\p{Cf}\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff]/gu
/** Everything between words. A plus or hash that ends a word belongs to it: C++, C#. */
const BETWEEN = /(?:[^\p{L}\p{M}\p{N}+#]|(?<![\p{L}\p{N}+#])[+#])+/gu
/** Scripts that set no space between words, or fuse endings with them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Text as rules compare it: compatibility forms and case folded, diacritics and invisible
 * characters gone, whatever stands between words one space, a space at either end.
 */
export function plainText(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replaceAll(IGNORED, '')
    .normalize('NFC')
    // Upper case first: it alone makes "ß" and "ss" the same.
    .toUpperCase()
    .toLowerCase()
  return ` ${folded.replaceAll(BETWEEN, ' ').trim()} `
}

/** A rule's terms, ready to be looked for. */
export type Terms = readonly { readonly term: string; readonly wanted: string }[]

export function compileTerms(terms: readonly string[]): Terms {
  return terms.flatMap((term) => {
    const plain = plainText(term)
    const bare = plain.trim()
    if (bare === '') return []
    return [{ term, wanted: UNSPACED.test(bare) ? bare : plain }]
  })
}

/** Terms that occur as whole words or phrases, however they are spaced or marked. */
export function findTerms(plain: string, terms: Terms): string[] {
  return terms.filter(({ wanted }) => plain.includes(wanted)).map(({ term }) => term)
}

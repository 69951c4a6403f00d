/**
 * Invisible characters, and marks without which a word is still read: accents of Latin, Greek and
 * Cyrillic, points of Hebrew and Arabic; not those that make another kana (U+3099, U+309A).
 */
const IGNORED =
  /\p{Cf}|(?![\u3099\u309a])(?=\p{M})(?:\p{Script=Inherited}|\p{Script=Hebrew}|\p{Script=Arabic})/gu
/** Everything between words. A plus or hash that ends a word belongs to it: C++, C#. */
const BETWEEN = /(?:[^\p{L}\p{M}\p{N}+#]|(?<![\p{L}\p{M}\p{N}+#])[+#]+)+/gu
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
    // By way of upper case, which alone makes "ß", "ẞ" and "ss" the same.
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(IGNORED, '')
    .normalize('NFC')
    .replaceAll('ς', 'σ')
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

/**
 * Text as rules compare it: compatibility forms folded, diacritics and invisible characters gone,
 * lower case, every run of anything but letters and digits one space, a space at either end.
 */
export function plainText(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLocaleLowerCase('en')
  return ` ${folded.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

/** Terms that occur as whole words or phrases, however they are spaced or marked. */
export function termsIn(text: string, terms: readonly string[]): string[] {
  const plain = plainText(text)
  return terms.filter((term) => {
    const wanted = plainText(term)
    return wanted.trim() !== '' && plain.includes(wanted)
  })
}

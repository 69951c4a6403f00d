/**
 * How much of a growing text may be shown once all of it has been checked: everything but the last
 * two clauses. A blocked term that a clause break divides is then complete before its first half
 * is shown.
 *
 * @returns a length in characters, never less for a longer text
 */
export function releasableLength(text: string): number {
  const ends: number[] = []
  for (const match of text.matchAll(/[.,;:!?…]["')\]]*\s|\n/g)) {
    ends.push(match.index + match[0].length)
  }
  return ends.at(-2) ?? 0
}

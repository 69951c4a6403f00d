/** Years, inclusive; open where a bound is infinite. */
export type TimeWindow = { readonly fromYear: number; readonly toYear: number }

const YEAR = '((?:19|20)\\d\\d)'
const decadeNames: Readonly<Record<string, number>> = {
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
}

type Rule = readonly [RegExp, (match: RegExpExecArray) => TimeWindow]

// In order: the more specific wording first.
const rules: readonly Rule[] = [
  [
    new RegExp(`\\b(?:between|from)\\s+${YEAR}\\s+(?:and|to|until|till)\\s+${YEAR}\\b`, 'i'),
    (match) => between(Number(match[1]), Number(match[2])),
  ],
  [new RegExp(`\\b${YEAR}\\s*[-–]\\s*${YEAR}\\b`), (m) => between(Number(m[1]), Number(m[2]))],
  [/\b((?:19|20)\d0)'?s\b/i, (match) => decade(Number(match[1]))],
  [/\bthe\s+(?:19)?['’]?(\d0)s\b/i, (match) => decade(1900 + Number(match[1]))],
  [
    new RegExp(`\\bthe\\s+(${Object.keys(decadeNames).join('|')})\\b`, 'i'),
    (match) => decade(decadeNames[match[1]!.toLowerCase()]!),
  ],
  [
    new RegExp(`\\bsince\\s+(?:\\p{L}+\\s+)?${YEAR}\\b`, 'iu'),
    (match) => ({ fromYear: Number(match[1]), toYear: Infinity }),
  ],
  [
    new RegExp(`\\bafter\\s+${YEAR}\\b`, 'i'),
    (match) => ({ fromYear: Number(match[1]) + 1, toYear: Infinity }),
  ],
  [
    new RegExp(`\\bbefore\\s+${YEAR}\\b`, 'i'),
    (match) => ({ fromYear: -Infinity, toYear: Number(match[1]) - 1 }),
  ],
  [
    new RegExp(`\\b(?:until|till|up to)\\s+${YEAR}\\b`, 'i'),
    (match) => ({ fromYear: -Infinity, toYear: Number(match[1]) }),
  ],
  [
    // "in 2019", "in May 2019", "during the summer of 2019": a bare number may be anything.
    new RegExp(
      `\\b(?:in|during|of|around)\\s+(?:the\\s+)?(?:year\\s+|\\p{L}+\\s+)?${YEAR}\\b`,
      'iu',
    ),
    (match) => between(Number(match[1]), Number(match[1])),
  ],
]

/** The time a question asks about, where it names years; null where it names none. */
export function timeWindow(question: string): TimeWindow | null {
  for (const [pattern, toWindow] of rules) {
    const match = pattern.exec(question)
    if (match) return toWindow(match)
  }
  return null
}

/** @param eventAt  ISO, UTC */
export function isWithin({ fromYear, toYear }: TimeWindow, eventAt: string): boolean {
  const year = Number(eventAt.slice(0, 4))
  return year >= fromYear && year <= toYear
}

export function windowLabel({ fromYear, toYear }: TimeWindow): string {
  if (fromYear === -Infinity) return `up to ${toYear}`
  if (toYear === Infinity) return `from ${fromYear}`
  return fromYear === toYear ? `${fromYear}` : `${fromYear} to ${toYear}`
}

function between(a: number, b: number): TimeWindow {
  return { fromYear: Math.min(a, b), toYear: Math.max(a, b) }
}

function decade(start: number): TimeWindow {
  return { fromYear: start, toYear: start + 9 }
}

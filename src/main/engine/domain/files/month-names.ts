/** Months as English, German, French, Spanish, Italian and Dutch write them, by number. */
const names: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'enero', 'gennaio', 'januari'],
  ['february', 'feb', 'februar', 'février', 'febrero', 'febbraio', 'februari'],
  ['march', 'mar', 'märz', 'mars', 'marzo', 'maart'],
  ['april', 'apr', 'avril', 'abril', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mei'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'giugno'],
  ['july', 'jul', 'juli', 'juillet', 'julio', 'luglio'],
  ['august', 'aug', 'août', 'agosto', 'augustus'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'settembre'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'diciembre', 'dicembre'],
]
const numbers = new Map(names.flatMap((list, i) => list.map((name) => [name, i + 1] as const)))

/** Longest first, so that "september" is not read as "sep". */
export const MONTH = names
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')

export function monthNumber(name: string): number {
  return numbers.get(name.toLowerCase().replace(/\.$/, '')) ?? 1
}

/** The middle month of a season, in the northern half of the world. */
export const seasons: Readonly<Record<string, number>> = {
  spring: 4,
  summer: 7,
  autumn: 10,
  fall: 10,
  winter: 1,
}

import { uniform } from '../../random.ts'
import type { Gender } from '../gender.ts'
import type { NamePool } from '../names.ts'
import { arabic } from './arabic.ts'
import { chinese } from './chinese.ts'
import { dutch } from './dutch.ts'
import { eastAfrican } from './east-african.ts'
import { english } from './english.ts'
import { french } from './french.ts'
import { german } from './german.ts'
import { greek } from './greek.ts'
import { hebrew } from './hebrew.ts'
import { hungarian } from './hungarian.ts'
import { indian } from './indian.ts'
import { italian } from './italian.ts'
import { japanese } from './japanese.ts'
import { korean } from './korean.ts'
import { nordic } from './nordic.ts'
import { pakistani } from './pakistani.ts'
import { persian } from './persian.ts'
import { portuguese } from './portuguese.ts'
import { romanian } from './romanian.ts'
import { slavic } from './slavic.ts'
import { southeastAsian } from './southeast-asian.ts'
import { spanish } from './spanish.ts'
import { turkish } from './turkish.ts'
import { westAfrican } from './west-african.ts'
import type { OwnNames } from './own-names.ts'

const ROUNDS = 4

type Lists = { readonly woman: string[]; readonly man: string[]; readonly families: string[] }
const listsOf = ({ women, men, families }: OwnNames): Lists => ({
  woman: words(women),
  man: words(men),
  families: words(families),
})

/** Names that people of a generated cohort bear themselves; whom they meet is in `names.ts`. */
export const ownNames: Readonly<Record<NamePool, Lists>> = {
  arabic: listsOf(arabic),
  chinese: listsOf(chinese),
  dutch: listsOf(dutch),
  eastAfrican: listsOf(eastAfrican),
  english: listsOf(english),
  french: listsOf(french),
  german: listsOf(german),
  greek: listsOf(greek),
  hebrew: listsOf(hebrew),
  hungarian: listsOf(hungarian),
  indian: listsOf(indian),
  italian: listsOf(italian),
  japanese: listsOf(japanese),
  korean: listsOf(korean),
  nordic: listsOf(nordic),
  pakistani: listsOf(pakistani),
  persian: listsOf(persian),
  portuguese: listsOf(portuguese),
  romanian: listsOf(romanian),
  slavic: listsOf(slavic),
  southeastAsian: listsOf(southeastAsian),
  spanish: listsOf(spanish),
  turkish: listsOf(turkish),
  westAfrican: listsOf(westAfrican),
}

/**
 * The name of person `i` of a cohort. People of one pool and gender are dealt every pair of a first
 * and a family name before one comes twice: `i` is taken through a permutation of the pairs (a Feistel
 * network; Luby & Rackoff 1988), so that nothing has to be remembered and nobody depends on others.
 */
export function dealName(
  { pool, gender }: { pool: NamePool; gender: Exclude<Gender, 'other'> },
  i: number,
  randomSeed: number,
): { firstName: string; lastName: string } {
  const { [gender]: firsts, families } = ownNames[pool]
  let first = i % firsts.length
  let family = Math.floor(i / firsts.length) % families.length
  for (let round = 0; round < ROUNDS; round++) {
    const far = (of: number, from: number) =>
      Math.floor(uniform(randomSeed, 'name', round, from) * of)
    family = (family + far(families.length, first)) % families.length
    first = (first + far(firsts.length, family)) % firsts.length
  }
  return { firstName: firsts[first]!, lastName: families[family]! }
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

import type { Domain, SurveyDesign } from '../statistics/design.ts'
import { unitsOf } from '../statistics/units.ts'
import { SUPPRESSED_BELOW_N } from './estimates.ts'
import { list } from './words.ts'

const MOST_NAMES = 3

/**
 * A domain without the groups that fewer than five personas with a weight stand behind. A test would
 * be read as theirs: one person whose weight is large is a group without variance, which "differs"
 * from the others in half of the samples where there is no difference.
 *
 * @param groupOf  index of each row's group, −1 for none: shape [rows]
 * @param groups   how many there are
 */
export function withoutSmallGroups(
  design: SurveyDesign,
  { groupOf, groups }: { groupOf: Int32Array; groups: number },
  domain: Domain,
): { domain: Domain; leftOut: number[] } {
  const { personas, unitOf, personaOf } = unitsOf(design)
  const met = new Uint8Array(groups * personas)
  const sizes = new Int32Array(groups)
  const isMet = new Uint8Array(groups)
  for (let row = 0; row < domain.length; row++) {
    const group = groupOf[row]!
    if (!domain[row] || group < 0) continue
    isMet[group] = 1
    const place = group * personas + personaOf[unitOf[row]!]!
    if (met[place] || !(design.weight[row]! > 0)) continue
    met[place] = 1
    sizes[group]! += 1
  }
  const isSmall = sizes.map((size) => Number(size < SUPPRESSED_BELOW_N))
  const leftOut = [...isSmall.keys()].filter((group) => isSmall[group] && isMet[group])
  if (leftOut.length === 0) return { domain, leftOut }
  return {
    domain: domain.map((inside, row) =>
      groupOf[row]! >= 0 && isSmall[groupOf[row]!] ? 0 : inside,
    ),
    leftOut,
  }
}

/** "Left out, with fewer than 5 personas: hill." */
export function leftOutSentence(labels: readonly string[]): string {
  const more = labels.length - MOST_NAMES
  const named = more > 0 ? [...labels.slice(0, MOST_NAMES), `${more} more`] : labels
  return `Left out, with fewer than ${SUPPRESSED_BELOW_N} personas: ${list(named)}.`
}

import type { ItemUse } from '../../../../shared/contract/human-surveys.ts'
import { decimal, list, percent, plural, points } from '../evidence/words.ts'
import type { Margins } from './equivalence.ts'
import type { JudgedItem, Verdict } from './verdict.ts'

const ALPHA = 0.05

export const VALIDATION_CAVEAT =
  'Holds for these items, this population, this model and this version of the prompts only; ' +
  'elsewhere the answers are not validated. Items that served to tune wording, references or ' +
  'margins cannot validate, and a survey published before the model was trained may be memorised.'

/** The verdict of one item with the numbers behind it. */
export function itemSentence(judged: JudgedItem, margins: Margins): string {
  switch (judged.verdict) {
    case 'differs':
      return `Differs from people: ${differences(judged).join('; ')}.`
    case 'equivalent':
      return `Equivalent to people within the margins stated (${marginWords(judged, margins)}).`
    case 'inconclusive':
      return `Inconclusive: no difference is proven, and neither is equivalence. ${alone(judged)}${needed(judged)}`
  }
}

/** The verdict over all items: what differs comes first, however little of it there is. */
export function reportHeadline(items: readonly JudgedItem[], setAside = 0): string {
  const aside =
    setAside > 0
      ? ` ${plural(setAside, 'item')} set aside: no evidence, for what served before.`
      : ''
  if (items.length === 0) return `Nothing is validated.${aside}`
  return `${verdicts(items)}${aside}`
}

const USES: Readonly<Record<ItemUse, string>> = {
  tuning: 'to tune the wording',
  reference: 'as a reference',
  margins: 'to weight the personas',
}

/** Why an item cannot validate. */
export function asideSentence(usedFor: readonly ItemUse[]): string {
  const uses = list(usedFor.map((use) => USES[use]))
  return `Set aside: it served ${uses}, so its agreement proves nothing.`
}

function verdicts(items: readonly JudgedItem[]): string {
  const count = (verdict: Verdict) => items.filter((item) => item.verdict === verdict).length
  const [differs, equivalent] = [count('differs'), count('equivalent')]
  const rest = items.length - differs - equivalent
  if (items.length === 1)
    return (
      {
        differs: 'Differs from people',
        equivalent: 'Equivalent to people within the margins stated',
        inconclusive: 'Inconclusive',
      }[items[0]!.verdict] + '.'
    )
  const parts = [
    ...(equivalent > 0 ? [`${equivalent} equivalent within the margins stated`] : []),
    ...(rest > 0 ? [`${rest} inconclusive`] : []),
  ]
  const head =
    differs > 0
      ? `Differs from people on ${differs} of ${items.length} items`
      : `No difference proven on ${plural(items.length, 'item')}`
  return `${[head, ...parts].join('; ')}.`
}

function differences({ pAdjusted, distance, floor, ordered }: JudgedItem): string[] {
  return [
    ...(pAdjusted.distance < ALPHA
      ? [
          `${percent(distance)} of the answers would have to change to match; chance alone reaches ${percent(floor.p95)} one time in twenty`,
        ]
      : []),
    ...(pAdjusted.spread < ALPHA && ordered
      ? [
          `answers are ${ordered.varianceRatio < 1 ? 'less' : 'more'} spread, at ${decimal(ordered.varianceRatio)} times the variance`,
        ]
      : []),
  ]
}

function marginWords({ ordered }: JudgedItem, { share, mean, varianceRatio }: Margins): string {
  const shares = `shares ± ${points(share)}`
  return ordered
    ? `${shares}, mean ± ${decimal(mean)} SD, variance ratio ${varianceRatio.map(decimal).join(' to ')}`
    : shares
}

const three = (p: number) => (p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`)

/** Why a distance beyond the floor proves nothing among many items. */
function alone({ floor, ordered, pAdjusted }: JudgedItem): string {
  const [p, adjusted] =
    ordered && ordered.spread.p < floor.p
      ? [ordered.spread.p, pAdjusted.spread]
      : [floor.p, pAdjusted.distance]
  return p < ALPHA
    ? `Seen alone it would differ (p ${three(p)}), not among all that was tested here (p ${three(adjusted)} after Holm). `
    : ''
}

function needed({ peopleNeeded, item, equivalence }: JudgedItem): string {
  if (peopleNeeded !== null)
    return `If the shares stay as they are, about ${peopleNeeded} people would settle it; there are ${Math.round(item.people.n)}.`
  const outside = equivalence.some(
    ({ estimate, margin }) => estimate <= margin[0] || estimate >= margin[1],
  )
  return outside
    ? 'What was measured lies outside a margin: more people would rather prove a difference.'
    : 'More people alone would not settle it: there are too few personas.'
}

import type { ChoiceItem, ChoiceModel } from '../../../../../shared/contract/evidence-models.ts'
import type { Estimate } from '../../../../../shared/contract/evidence.ts'
import { differenceEstimate } from '../../statistics/choice-estimates.ts'
import type { ChoiceFit } from '../../statistics/choice-fit.ts'
import { list, percent, plural } from '../words.ts'
import type { ChoiceQuestion } from './choice-sources.ts'

type Described = {
  readonly fit: ChoiceFit
  readonly items: readonly ChoiceItem[]
  readonly importances: ChoiceModel['importances']
  readonly pairs: ChoiceModel['pairsShown']
}

/** A pair shown less than this part of the mean is not compared as the others are. */
const RARE_PAIR = 0.5

const CANNOT_TELL = 'There are too few answers to say which comes first.'

/** What a model comes to, in a sentence or two. */
export function choiceSentence(question: ChoiceQuestion, described: Described): string {
  return question.type === 'conjoint'
    ? importanceSentence(described)
    : worthSentence(question.type, described)
}

function worthSentence(type: 'rank' | 'maxdiff', { fit, items }: Described): string {
  const order = items
    .map((item, effect) => ({ ...item, effect }))
    .toSorted((a, b) => fit.utilities[b.effect]! - fit.utilities[a.effect]!)
  const [first, second] = order as [(typeof order)[number], (typeof order)[number]]
  const share = first.share && withInterval(first.share)
  if (!share || second.share?.estimate == null) return CANNOT_TELL
  const lead = differenceEstimate(fit, { more: first.effect, less: second.effect })
  const taken = type === 'rank' ? 'comes first' : 'is the best of all'
  const next = `“${second.label}” (${percent(second.share.estimate)})`
  return lead.lower > 0
    ? `“${first.label}” ${taken} with a probability of ${share}, ahead of ${next}.`
    : `“${first.label}” ${taken} with a probability of ${share}, but cannot be told from ${next}.`
}

function importanceSentence({ items, importances }: Described): string {
  const [first] = importances.toSorted(
    (a, b) => (b.estimate.estimate ?? 0) - (a.estimate.estimate ?? 0),
  )
  const share = first && withInterval(first.estimate)
  if (!share) return 'There are too few choices to say what weighs most.'
  const levels = items
    .filter(({ name }) => name.startsWith(`${first.name}: `))
    .toSorted((a, b) => (b.utility.estimate ?? 0) - (a.utility.estimate ?? 0))
  const clear = importances.every(
    ({ name, estimate }) => name === first.name || (estimate.upper ?? 1) < first.estimate.lower!,
  )
  return `“${first.label}” ${clear ? 'weighs most' : 'seems to weigh most'}: ${share} of what levels make of an offer; “${levels[0]!.label}” is liked best there, “${levels.at(-1)!.label}” least.`
}

function withInterval({ estimate, lower, upper }: Estimate): string | undefined {
  if (estimate === null || lower === null || upper === null) return undefined
  return `${percent(estimate)} (95 % interval ${percent(lower)} to ${percent(upper)})`
}

/** What to know before using the numbers. */
export function choiceWarnings(question: ChoiceQuestion, described: Described): string[] {
  const isWilling =
    question.type === 'conjoint' &&
    question.allowNone &&
    described.fit.blocks.every(({ isCentred }) => isCentred)
  const { pairs } = described
  return [
    ...heldIn(question, described),
    ...(pairs && pairs.fewest < RARE_PAIR * pairs.mean
      ? [
          `Sets are not balanced here: some two options were shown together ${plural(pairs.fewest, 'time')}, others ${pairs.most}. With few personas or many unreadable sets that happens; ask more of them.`,
        ]
      : []),
    ...(isWilling
      ? ['Nobody chose none of the offers: nothing here says how good one has to be to be taken.']
      : []),
  ]
}

/** What a ridge holds in and why. */
function heldIn(question: ChoiceQuestion, { fit, items }: Described): string[] {
  const { separation } = fit
  if (!separation) return []
  const named = (which: ChoiceItem['separated']) =>
    items
      .filter(({ separated }) => separated === which)
      .map(({ label, group }) => `“${group === null ? label : `${group}: ${label}`}”`)
  const held = 'a small ridge keeps the number finite, and its interval is a rough one'
  const none = fit.blocks.findIndex(({ isCentred }) => !isCentred)
  const noneEffect = fit.blocks[none]?.first ?? -1
  const sentences = [
    ...said(
      named('always preferred'),
      'was preferred',
      'were preferred',
      (which) => `${which} every time there was a choice: only that it is high is known; ${held}.`,
    ),
    ...said(
      named('never preferred'),
      'was never preferred',
      'were never preferred',
      (which) => `${which}: only that it is low is known; ${held}.`,
    ),
    ...said(
      named('never compared'),
      'was never compared',
      'were never compared',
      (which) => `${which} with another one: nothing is known, the number is an average.`,
    ),
    ...(separation.never.includes(noneEffect) ? ['Nobody here chose none of the offers.'] : []),
    ...(separation.always.includes(noneEffect) ? ['Everybody here always chose none.'] : []),
  ]
  const what = question.type === 'conjoint' ? 'levels' : 'options'
  return sentences.length > 0
    ? sentences
    : [
        `Some ${what} were preferred to the others every time: how far apart they are is not known; ${held}.`,
      ]
}

function said(
  names: readonly string[],
  one: string,
  many: string,
  rest: (which: string) => string,
): string[] {
  return names.length === 0 ? [] : [rest(`${list(names)} ${names.length === 1 ? one : many}`)]
}

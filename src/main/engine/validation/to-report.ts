import type { HumanSurvey } from '../../../shared/contract/human-surveys.ts'
import type { RunId } from '../../../shared/contract/ids.ts'
import type {
  Memorised,
  SetAsideItem,
  ValidatedItem,
  ValidationMargins,
  ValidationReport,
} from '../../../shared/contract/validation.ts'
import { clopperPearson } from '../domain/statistics/clopper-pearson.ts'
import type { CategorySample } from '../domain/validation/category-sample.ts'
import type { JudgedItem } from '../domain/validation/verdict.ts'
import {
  asideSentence,
  itemSentence,
  reportHeadline,
  VALIDATION_CAVEAT,
} from '../domain/validation/words.ts'
import type { AsideItem, ValidationResult } from './compute.ts'
import type { PreparedItem } from './prepare.ts'

/** What the numbers of people leave open, or null. */
export function peopleNote({
  fromShares,
  designEffect,
}: Pick<HumanSurvey, 'fromShares' | 'designEffect'>): string | null {
  return fromShares && designEffect === null
    ? 'The people are shares of a published table, taken for as many independent answers: how they were weighted is not known, so that differences may look surer than they are.'
    : null
}

type AboutItem = Pick<PreparedItem, 'text' | 'type' | 'itemId' | 'usedFor' | 'values'>
type About = {
  readonly margins: ValidationMargins
  readonly run: {
    readonly id: RunId
    readonly modelName: string
    readonly rehearsal: boolean
  } | null
  /** By item id; none without a run. */
  readonly items: ReadonlyMap<string, AboutItem>
  readonly memorised: Memorised
  readonly peopleNote: string | null
}

export function toReport(
  { judged, aside, worth, segments, correlations }: ValidationResult,
  { margins, run, items, memorised, peopleNote }: About,
): ValidationReport {
  const headline = reportHeadline(judged, aside.length)
  return {
    headline: run?.rehearsal
      ? `In this rehearsal: ${headline.charAt(0).toLowerCase()}${headline.slice(1)}`
      : headline,
    runId: run?.id ?? null,
    modelName: run?.modelName ?? null,
    rehearsal: run?.rehearsal ?? false,
    margins,
    items: judged.map((item) => toItem(item, items.get(item.item.id), margins)),
    setAside: aside.map((item) => toAside(item, items.get(item.item.id)!)),
    memorised,
    peopleNote,
    segments,
    correlations,
    worth: worth && {
      people: worth.estimate,
      lower: worth.lower,
      upper: worth.upper,
      atLimit: worth.atLimit,
      items: worth.items,
    },
    worthNote: worth
      ? worthWords(worth, judged)
      : 'It takes ten ordered items to say how many people the personas are worth.',
    caveat: VALIDATION_CAVEAT,
  }
}

function toAside({ item, distance }: AsideItem, about: AboutItem): SetAsideItem {
  return {
    id: item.id,
    text: about.text,
    itemId: about.itemId,
    usedFor: [...about.usedFor],
    sentence: asideSentence(about.usedFor),
    n: { people: item.people.n, personas: item.personas.n },
    categories: toCategories(item, about),
    distance,
  }
}

const LEVEL = 0.95

function toCategories(
  { labels, people, personas }: JudgedItem['item'],
  about: Pick<AboutItem, 'values'> | undefined,
) {
  const ends = ({ shares, n }: CategorySample, k: number): [number, number] =>
    clopperPearson(shares[k]!, n, LEVEL)
  return labels.map((value, k) => ({
    value,
    people: people.shares[k]!,
    personas: personas.shares[k]!,
    intervals: { people: ends(people, k), personas: ends(personas, k) },
    answer: about?.values[k]?.value ?? null,
  }))
}

/** It weighs means alone (`worth-people.ts`): answers that are too alike can have the right ones. */
function worthWords(
  { estimate, lower, upper, atLimit, items }: NonNullable<ValidationResult['worth']>,
  judged: readonly JudgedItem[],
): string {
  const size = `about ${Math.round(estimate)} people (${Math.round(lower)} to ${Math.round(upper)}, over ${items} items)`
  const worth = atLimit
    ? `In their means the personas are worth at least ${size}: more cannot be told with the people there are.`
    : `In their means the personas are worth ${size}: a survey of as many would miss by as much.`
  const differ = judged.filter(({ verdict }) => verdict === 'differs').length
  if (differ === 0) return worth
  return `${worth} This is not so of shares and spread: ${differ} of ${judged.length} items ${differ === 1 ? 'differs' : 'differ'}.`
}

function toItem(
  judged: JudgedItem,
  about: AboutItem | undefined,
  margins: ValidationMargins,
): ValidatedItem {
  const { item, ordered, chiSquare } = judged
  return {
    id: item.id,
    text: about?.text ?? item.id,
    type: about?.type ?? null,
    itemId: about?.itemId ?? null,
    verdict: judged.verdict,
    sentence: itemSentence(judged, margins),
    n: { people: item.people.n, personas: item.personas.n },
    categories: toCategories(item, about),
    distance: judged.distance,
    floor: { mean: judged.floor.mean, p95: judged.floor.p95 },
    p: judged.floor.p,
    pAdjusted: judged.pAdjusted.distance,
    chiSquare: { ...chiSquare, p: orNull(chiSquare.p) },
    ordered: ordered && {
      mean: { people: ordered.means[0], personas: ordered.means[1] },
      standardisedDifference: orNull(ordered.standardisedDifference),
      varianceRatio: orNull(ordered.varianceRatio),
      spread: {
        f: orNull(ordered.spread.f),
        p: orNull(ordered.spread.p),
        pAdjusted: orNull(judged.pAdjusted.spread),
      },
      wasserstein: ordered.wasserstein,
      ksSimilarity: ordered.ksSimilarity,
    },
    entropyRatio: judged.entropyRatio === null ? null : orNull(judged.entropyRatio),
    equivalence: judged.equivalence.map((test) => ({
      quantity: test.quantity,
      category: test.category === null ? null : item.labels[test.category]!,
      estimate: test.estimate,
      lower: test.lower,
      upper: test.upper,
      margin: [test.margin[0], test.margin[1]],
      holds: test.holds,
    })),
    peopleNeeded: judged.peopleNeeded,
  }
}

/** JSON has no NaN and no infinity: what could not be computed is null. */
function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

import type { ValidationMargins } from '../../../shared/contract/validation.ts'
import { seed31 } from '../domain/random.ts'
import type { SurveyDesign } from '../domain/statistics/design.ts'
import type { CategorySample } from '../domain/validation/category-sample.ts'
import { compareItem, type ValidationItem } from '../domain/validation/compare-item.ts'
import { peopleSample, type PeopleRows } from '../domain/validation/people-sample.ts'
import { personaSample } from '../domain/validation/persona-sample.ts'
import { totalVariation } from '../domain/validation/total-variation.ts'
import { judgeItems, type JudgedItem } from '../domain/validation/verdict.ts'
import { worthPeople, type WorthPeople } from '../domain/validation/worth-people.ts'
import { correlationStructure } from '../domain/validation/correlation-structure.ts'
import type { StructureInput } from '../domain/validation/segment-contrasts.ts'
import { segmentStructure } from '../domain/validation/segment-structure.ts'
import type {
  CorrelationStructure,
  SegmentStructure,
} from '../../../shared/contract/validation-structure.ts'
import type { PreparedItem, PreparedSegment } from './prepare.ts'

type Rows = {
  readonly design: SurveyDesign
  /** Tasks that are compared: shape [rows]. */
  readonly within: Uint8Array
  readonly rows: PeopleRows | null
  readonly items: readonly PreparedItem[]
  readonly segments: readonly PreparedSegment[]
}

/** Either items as shares, or a run's rows beside those of a survey. */
export type ValidationWork = {
  readonly items?: readonly ValidationItem[]
  readonly run?: Rows
  readonly margins: ValidationMargins
  readonly randomSeed: number
}

/** Shown, but not tested. */
export type AsideItem = { readonly item: ValidationItem; readonly distance: number }

export type ValidationResult = {
  readonly judged: readonly JudgedItem[]
  readonly aside: readonly AsideItem[]
  readonly worth: WorthPeople | null
  readonly segments: SegmentStructure | null
  readonly correlations: CorrelationStructure | null
}

export function computeValidation(work: ValidationWork): ValidationResult {
  const { margins, randomSeed, run } = work
  const items = work.items ?? run!.items.map((item) => toItem(item, run!))
  const spent = new Set(
    run?.items.filter(({ usedFor }) => usedFor.length > 0).map((one) => one.questionId),
  )
  const judged = judgeItems(
    items
      .filter(({ id }) => !spent.has(id))
      .map((item) =>
        compareItem(item, margins, { seed: seed31('validation', randomSeed, item.id) }),
      ),
  )
  const errors = judged.flatMap(({ ordered, item }) =>
    ordered && !Number.isNaN(ordered.standardisedDifference)
      ? [{ difference: ordered.standardisedDifference, people: item.people.n }]
      : [],
  )
  return {
    judged,
    aside: items
      .filter(({ id }) => spent.has(id))
      .map((item) => ({
        item,
        distance: totalVariation(item.people.shares, item.personas.shares),
      })),
    worth: worthPeople(errors, seed31('worth', randomSeed)),
    ...structureOf(run, randomSeed),
  }
}

/** Only single answers, of a survey, tell how groups differ and how items go together. */
function structureOf(run: Rows | undefined, randomSeed: number) {
  if (!run?.rows) return { segments: null, correlations: null }
  const input: StructureInput = {
    items: run.items
      .filter(({ usedFor }) => usedFor.length === 0)
      .flatMap(({ questionId, values, scores, people, personas }) =>
        people instanceof Int16Array
          ? [{ id: questionId, labels: values.map(({ label }) => label), scores, people, personas }]
          : [],
      ),
    segments: run.segments,
    rows: run.rows,
    design: run.design,
    within: run.within,
    seed: seed31('structure', randomSeed),
  }
  return { segments: segmentStructure(input), correlations: correlationStructure(input) }
}

function toItem(item: PreparedItem, { design, within, rows }: Rows): ValidationItem {
  const categories = item.values.length
  return {
    id: item.questionId,
    labels: item.values.map(({ label }) => label),
    scores: item.scores,
    people:
      item.people instanceof Int16Array
        ? peopleSample(rows!, item.people, { categories })!
        : (item.people as CategorySample),
    personas: personaSample(design, item.personas, { categories, within }),
  }
}

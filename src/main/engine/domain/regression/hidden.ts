import { hasTooFew } from '../evidence/estimates.ts'
import type { SurveyDesign } from '../statistics/design.ts'
import type { ModelColumn } from './model-columns.ts'

/** Whether a coefficient rests on too few personas to be shown: its own, or the reference's. */
export function isHidden(design: SurveyDesign, column: ModelColumn): boolean {
  return hasTooFew(design, column.rows) || hasHiddenReference(design, column)
}

/** Whether a column is set against a category of too few personas. */
export function hasHiddenReference(design: SurveyDesign, { category }: ModelColumn): boolean {
  return category !== null && hasTooFew(design, category.referenceRows)
}

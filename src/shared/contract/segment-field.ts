import { z } from 'zod'
import { CriterionField } from './cohorts.ts'

/** Between two fields that are crossed, and between the categories of a persona on them. */
export const CROSSED = ' × '

/**
 * What personas are cut by: a field such as `gender`, or two of them crossed: `gender × age`. The
 * segments of two are named as `woman × 18–34`.
 */
export const SegmentField = z
  .string()
  .max(400)
  .refine(
    (field) => fieldsIn(field).every((one) => CriterionField.safeParse(one).success),
    'is not a field of a persona, nor two with × between them',
  )
export type SegmentField = z.infer<typeof SegmentField>

/** The fields of a segment: two of them where both are fields by themselves, else one. */
export function fieldsIn(field: string): string[] {
  const at = field.indexOf(CROSSED)
  if (at < 0) return [field]
  const both = [field.slice(0, at), field.slice(at + CROSSED.length)]
  const isCrossed =
    both[0] !== both[1] && both.every((one) => CriterionField.safeParse(one).success)
  return isCrossed ? both : [field]
}

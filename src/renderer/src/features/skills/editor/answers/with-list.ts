import { answerCount, type Question } from '../../../../../../shared/contract/questions.ts'
import { put } from '../put.ts'

type Listed = Extract<Question, { options: string[] } | { labels: string[] }>

/**
 * The question with other options or labels. Known shares belong to the answers they were typed for
 * and go; reference statements go when their number does not fit any more; an option that goes with
 * no other is followed by its place.
 */
export function withList<Kind extends Listed>(question: Kind, lines: string[]): Kind {
  const field = 'options' in question ? 'options' : 'labels'
  const next = { ...question, [field]: lines } as Record<string, unknown> & Kind
  delete next['referenceShares']
  const references = next['references'] as string[][] | undefined
  if (references?.some((set) => set.length !== answerCount(next))) delete next['references']
  if (next.type !== 'multi' || question.type !== 'multi' || !next.exclusive) return next
  const isSameLength = question.options.length === lines.length
  const followed = next.exclusive.map((text) =>
    isSameLength && !lines.includes(text) ? lines[question.options.indexOf(text)]! : text,
  )
  const kept = followed.filter((text) => lines.includes(text))
  return put(next, 'exclusive' as keyof Kind, (kept.length > 0 ? kept : undefined) as never)
}

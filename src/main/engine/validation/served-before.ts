import type { ItemUse } from '../../../shared/contract/human-surveys.ts'
import type { Question } from '../../../shared/contract/skills.ts'
import { restatesFields } from '../domain/evidence/restates.ts'
import type { RunRecord } from '../evidence/gather.ts'

/**
 * What a question of a run served for whatever anybody says: the rehearsal model draws its answers
 * from the shares it was given, so that it meets them proves nothing.
 */
export function servedFor(
  question: Question,
  { manifest }: Pick<RunRecord, 'manifest'>,
): ItemUse[] {
  const isReference =
    manifest.model.rehearsal &&
    'referenceShares' in question &&
    question.referenceShares !== undefined
  return isReference ? ['reference'] : []
}

/** What it seems to have served for by its words: the researcher knows better. */
export function seemsToServe(question: Question, margins: readonly string[]): ItemUse[] {
  return restatesFields(question, margins) ? ['margins'] : []
}

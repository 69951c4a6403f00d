import type { HumanSurveyId } from '../../../shared/contract/human-surveys.ts'
import type { RunId, TenantId } from '../../../shared/contract/ids.ts'
import type { MatchProposals } from '../../../shared/contract/validation-matches.ts'
import type { ReadDb } from '../db/schema.ts'
import { matchItems } from '../domain/surveys/match-items.ts'
import { matchSegments } from '../domain/surveys/match-segments.ts'
import { gatherRun } from '../evidence/gather.ts'
import { getSurvey } from '../surveys/surveys.ts'
import { comparable, personaFields } from './run-answers.ts'

/**
 * Which item of a survey asked what a run asked, answer by answer; the researcher decides.
 *
 * @throws EngineError `not_found`
 */
export async function proposeMatches(
  db: ReadDb,
  { tenantId, runId }: { tenantId: TenantId; runId: RunId },
  surveyId: HumanSurveyId,
): Promise<MatchProposals> {
  const record = await gatherRun(db, tenantId, runId)
  const { items } = await getSurvey({ db }, tenantId, surveyId)
  const asked = record.manifest.skill.body.questions.map((question) => ({
    questionId: question.id,
    found: comparable(question),
  }))
  const questions = asked.flatMap(({ found }) =>
    typeof found === 'string' ? [] : [{ ...found, ordered: found.scores !== null }],
  )
  const proposed = matchItems(
    questions,
    items.filter(({ kind }) => kind === 'question'),
  )
  const matched = new Set(proposed.flatMap(({ candidates }) => candidates[0]?.itemId ?? []))
  return {
    questions: proposed,
    unfit: asked.flatMap(({ questionId, found }) =>
      typeof found === 'string' ? [{ questionId, reason: found }] : [],
    ),
    segments: matchSegments(
      items.filter(({ kind }) => kind === 'segment'),
      personaFields(record),
    ),
    leftOver: items
      .filter(({ id, kind }) => kind === 'question' && !matched.has(id))
      .map(({ id }) => id),
  }
}

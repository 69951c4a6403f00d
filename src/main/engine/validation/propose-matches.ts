import type { HumanSurveyId, ItemUse } from '../../../shared/contract/human-surveys.ts'
import { PopulationVersionId } from '../../../shared/contract/ids.ts'
import type { MatchProposals, ProposedMatch } from '../../../shared/contract/validation-matches.ts'
import { matchItems } from '../domain/surveys/match-items.ts'
import { matchSegments } from '../domain/surveys/match-segments.ts'
import type { RunOfTenant } from '../evidence/contradictions.ts'
import type { RunKind } from '../evidence/run-kind.ts'
import { getPinnedBody } from '../studies/pinned-versions.ts'
import { readSurveyAnswers } from '../surveys/surveys.ts'
import { comparable, personaFields } from './run-answers.ts'
import { seemsToServe, servedFor } from './served-before.ts'
import { twinFields } from './twins-of.ts'

type Request = RunOfTenant & { readonly surveyId: HumanSurveyId }

/**
 * Which item of a survey asked what a run asked, answer by answer; the researcher decides.
 *
 * @throws EngineError `not_found`
 */
export const matchesOf: RunKind<Request, MatchProposals> = async (
  { tenantId, runId, surveyId },
  { db, read },
) => {
  const record = await read({ tenantId, runId })
  const { items, data } = await readSurveyAnswers(db, tenantId, { surveyId, itemIds: [] })
  const body = record.manifest.skill.body.questions
  const asked = body.map((question) => ({ questionId: question.id, found: comparable(question) }))
  const { margins } = await getPinnedBody(
    db,
    tenantId,
    PopulationVersionId.parse(record.manifest.population.versionId),
  )
  const fields = margins.flatMap((margin) => margin.fields)
  const questions = asked.flatMap(({ found }) =>
    typeof found === 'string' ? [] : [{ ...found, ordered: found.scores !== null }],
  )
  const proposed = matchItems(
    questions,
    items.filter(({ kind }) => kind === 'question'),
  )
  const matched = new Set(proposed.flatMap(({ candidates }) => candidates[0]?.itemId ?? []))
  return {
    questions: proposed.map((match) => {
      const question = body.find(({ id }) => id === match.questionId)!
      return withUses(match, [...seemsToServe(question, fields), ...servedFor(question, record)])
    }),
    unfit: asked.flatMap(({ questionId, found }) =>
      typeof found === 'string' ? [{ questionId, reason: found }] : [],
    ),
    segments: matchSegments(
      items.filter(({ kind }) => kind === 'segment'),
      personaFields(record),
    ),
    twinFields: twinFields(record, data.persons),
    namesPeople: data.persons !== null,
    conditions: record.manifest.study.design.conditions.map(({ id, name }) => ({ id, name })),
    model: {
      name: record.manifest.model.modelName,
      rehearsal: record.manifest.model.rehearsal,
    },
    leftOver: items
      .filter(({ id, kind }) => kind === 'question' && !matched.has(id))
      .map(({ id }) => id),
  }
}

const WHY: Readonly<Record<ItemUse, string>> = {
  margins: ' It seems to ask what the personas are weighted by.',
  reference: ' The rehearsal model was given shares of its answers.',
  tuning: '',
}

function withUses(match: ProposedMatch, uses: readonly ItemUse[]): ProposedMatch {
  return {
    ...match,
    candidates: match.candidates.map((candidate) => ({
      ...candidate,
      usedFor: [...new Set([...candidate.usedFor, ...uses])],
      reason: candidate.reason + uses.map((use) => WHY[use]).join(''),
    })),
  }
}

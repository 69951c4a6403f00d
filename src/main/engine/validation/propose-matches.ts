import type { HumanSurveyId, ItemUse, SurveyItem } from '../../../shared/contract/human-surveys.ts'
import { PopulationVersionId } from '../../../shared/contract/ids.ts'
import type { MatchProposals, ProposedMatch } from '../../../shared/contract/validation-matches.ts'
import { chosenMatch, matchItems, type MatchableQuestion } from '../domain/surveys/match-items.ts'
import { matchSegments } from '../domain/surveys/match-segments.ts'
import type { RunOfTenant } from '../evidence/contradictions.ts'
import type { RunKind } from '../evidence/run-kind.ts'
import { invalidInput } from '../http/invalid-input.ts'
import { getPinnedBody } from '../studies/pinned-versions.ts'
import { readSurveyAnswers } from '../surveys/surveys.ts'
import { comparable, personaFields } from './run-answers.ts'
import { seemsToServe, servedFor } from './served-before.ts'
import { twinFields } from './twins-of.ts'

type Request = RunOfTenant & {
  readonly surveyId: HumanSurveyId
  readonly pairs?: undefined | readonly { readonly questionId: string; readonly itemId: string }[]
}

/**
 * Which item of a survey asked what a run asked, answer by answer; the researcher decides.
 *
 * @throws EngineError `not_found`
 */
export const matchesOf: RunKind<Request, MatchProposals> = async (
  { tenantId, runId, surveyId, pairs },
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
  const askedItems = items.filter(({ kind }) => kind === 'question')
  const proposed = pairs ? chosen(pairs, questions, askedItems) : matchItems(questions, askedItems)
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
    items: askedItems.map(({ id, text }) => ({ itemId: id, text })),
    leftOver: askedItems.filter(({ id }) => !matched.has(id)).map(({ id }) => id),
  }
}

/** @throws EngineError `invalid_input` naming the pair that is not there */
function chosen(
  pairs: NonNullable<Request['pairs']>,
  questions: readonly MatchableQuestion[],
  items: readonly SurveyItem[],
): ProposedMatch[] {
  return pairs.map(({ questionId, itemId }, index) => {
    const fail = (field: string, what: string) =>
      invalidInput([{ path: ['pairs', index, field], message: what }])
    const question = questions.find((one) => one.questionId === questionId)
    if (!question) throw fail('questionId', `"${questionId}" is no question that can be compared`)
    const item = items.find(({ id }) => id === itemId)
    if (!item) throw fail('itemId', `"${itemId}" is no item of this survey`)
    return chosenMatch(question, item)
  })
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

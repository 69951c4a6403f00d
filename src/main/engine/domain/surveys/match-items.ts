import type { SurveyItem } from '../../../../shared/contract/human-surveys.ts'
import type { ProposedMatch } from '../../../../shared/contract/validation-matches.ts'
import { hashingEmbedding } from '../text/hashing-embedding.ts'
import { matchAnswers, type AnswerTarget, type MatchedAnswers } from './match-answers.ts'
import { plainText } from './value-text.ts'

export type MatchableQuestion = {
  readonly questionId: string
  readonly text: string
  readonly ordered: boolean
  readonly values: readonly AnswerTarget[]
}

type Candidate = ProposedMatch['candidates'][number]

const MOST_CANDIDATES = 3
/** Cosines of questions that ask something else stay below it; tuned on nothing but a look. */
const ALIKE = 0.55
const TEXT_WEIGHT = 0.75

/**
 * Which item of a survey asked what a question asks: by id, by what the text is about, by its
 * answers. What two questions would take goes to the one it fits better.
 */
export function matchItems(
  questions: readonly MatchableQuestion[],
  items: readonly SurveyItem[],
): ProposedMatch[] {
  const vectors = items.map(({ text }) => hashingEmbedding(text))
  const found = questions.map((question) => {
    const vector = hashingEmbedding(question.text)
    return items
      .map((item, i) => candidateOf(question, item, cosine(vector, vectors[i]!)))
      .filter((candidate) => candidate !== null)
      .toSorted((a, b) => b.score - a.score)
  })
  const taken = bestFirst(found)
  return questions.map(({ questionId, text, values }, q) => ({
    questionId,
    text,
    values: values.map(({ value, label }) => ({ value, label })),
    candidates: found[q]!.toSorted(
      (a, b) =>
        Number(taken.get(a.itemId) !== q) - Number(taken.get(b.itemId) !== q) || b.score - a.score,
    ).slice(0, MOST_CANDIDATES),
  }))
}

/** By item, the question that takes it: the best pair first, each question and item once. */
function bestFirst(found: readonly (readonly Candidate[])[]): Map<string, number> {
  const pairs = found
    .flatMap((candidates, question) =>
      candidates.map(({ itemId, score }) => ({ question, itemId, score })),
    )
    .toSorted((a, b) => b.score - a.score)
  const taken = new Map<string, number>()
  const served = new Set<number>()
  for (const { question, itemId } of pairs) {
    if (taken.has(itemId) || served.has(question)) continue
    taken.set(itemId, question)
    served.add(question)
  }
  return taken
}

/** A question beside an item that somebody chose for it, however unlike they are. */
export function chosenMatch(question: MatchableQuestion, item: SurveyItem): ProposedMatch {
  const { questionId, text, values } = question
  const answers = matchAnswers(item.values, values, question.ordered)
  return {
    questionId,
    text,
    values: values.map(({ value, label }) => ({ value, label })),
    candidates: [
      {
        itemId: item.id,
        text: item.text,
        score: 1,
        by: 'chosen',
        reason: reasonOf('chosen', 1, answers),
        recodes: [...answers.recodes],
        unmatched: [...answers.unmatched],
        usedFor: [...item.usedFor],
      },
    ],
  }
}

function candidateOf(
  question: MatchableQuestion,
  item: SurveyItem,
  likeness: number,
): Candidate | null {
  const answers = matchAnswers(item.values, question.values, question.ordered)
  const fit = fitOf(item, answers)
  const sameId = plainText(item.id) === plainText(question.questionId)
  const byWords = fit === 1 && !answers.byOrder && question.values.length > 2 && !question.ordered
  if (!sameId && likeness < ALIKE && !byWords) return null
  const by = sameId ? 'id' : likeness >= ALIKE ? 'text' : 'answers'
  const score = TEXT_WEIGHT * Math.max(likeness, 0) + (1 - TEXT_WEIGHT) * fit
  return {
    itemId: item.id,
    text: item.text,
    score: sameId ? Math.max(0.9, score) : by === 'answers' ? Math.min(score, 0.5) : score,
    by,
    reason: reasonOf(by, likeness, answers),
    recodes: [...answers.recodes],
    unmatched: [...answers.unmatched],
    usedFor: [...item.usedFor],
  }
}

/** Share of people whose answer has a place. */
function fitOf({ values }: SurveyItem, { recodes }: MatchedAnswers): number {
  const placed = new Set(recodes.filter(({ to }) => to !== null).map(({ from }) => from))
  const left = new Set(recodes.filter(({ to }) => to === null).map(({ from }) => from))
  const asked = values.filter(({ value }) => !left.has(value))
  const sum = asked.reduce((total, { count }) => total + count, 0)
  const fits = asked.reduce((total, { value, count }) => total + (placed.has(value) ? count : 0), 0)
  return sum === 0 ? 0 : fits / sum
}

function reasonOf(by: Candidate['by'], likeness: number, answers: MatchedAnswers): string {
  const how = {
    id: 'Has the same id',
    text: `Asks much the same (${Math.round(100 * likeness)} % alike)`,
    answers: 'Has the same answers',
    chosen: 'You chose it',
  }[by]
  if (answers.unmatched.length > 0)
    return `${how}; ${answers.unmatched.length} of its answers fit none of the question’s.`
  return answers.byOrder ? `${how}; its codes were matched by their order: check it.` : `${how}.`
}

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0)
}

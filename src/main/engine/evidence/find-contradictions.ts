import { setImmediate } from 'node:timers/promises'
import type { PersonaId, TurnId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { withoutEvasions } from '../consistency/without-evasions.ts'
import type { ReadDb } from '../db/schema.ts'
import { checkAnswer, claimsSomething } from '../domain/consistency/check-answer.ts'
import { createClaimIndex } from '../domain/consistency/claim-index.ts'
import type { ContradictionCheck } from '../domain/evidence/evidence-input.ts'
import { shuffle } from '../domain/random.ts'
import { getMemorySettings } from '../memory/memory-settings.ts'
import { listVisibleIds, readTimeline } from '../memory/read-timeline.ts'
import { getPersonaAt } from '../personas/persona-at.ts'
import { findAnswering, findLastSequences } from './evidence.repo.ts'
import type { RunRecord } from './gather.ts'

/** Open answers read at most, drawn by the run's seed: half a millisecond each. */
const MOST_ANSWERS = 200
/** Timelines read at most, some ten milliseconds each: of personas who claim something. */
const MOST_TIMELINES = 20
/** Answers read between two turns of the event loop. */
const STEP = 20

/**
 * What was found before, by turn: an answer never changes, nor does the timeline as it was for the
 * run. `''`: nothing to be contradicted; null: nothing contradicts it; else what does.
 */
export type KnownContradictions = Map<TurnId, string | null>

type OpenAnswer = {
  /** Index of the task. */
  readonly row: number
  readonly persona: Persona
  readonly questionId: string
  readonly question: string
  readonly turnId: TurnId
  readonly text: string
}

/**
 * Holds open answers against the timeline and the profile of whoever gave them, as these were for
 * the run. By rules alone: no language model is asked. Undefined where there are none, or where the
 * workspace does not want answers checked.
 *
 * @param known  is added to
 */
export async function findContradictions(
  db: ReadDb,
  record: RunRecord,
  known: KnownContradictions,
): Promise<ContradictionCheck | undefined> {
  const { consistency } = await getMemorySettings(db)
  const answers = openAnswers(record)
  if (!consistency.onAnswers || answers.length === 0) return undefined
  const nowMs = Date.parse(record.manifest.clock)
  const { claiming, checked } = await sortOut(answers, nowMs, known)
  const unknown = claiming.filter(({ turnId }) => !known.has(turnId))
  const lastSequences = await findLastSequences(db, record.run.id)
  for (const [personaId, own] of Map.groupBy(unknown, ({ persona }) => persona.id)) {
    const through = lastSequences.get(personaId) ?? 0
    await checkOne(db, own, { nowMs, through, known })
  }
  const found = claiming.flatMap(({ row, questionId, turnId }) => {
    const explanation = known.get(turnId)
    return explanation ? [{ row, questionId, explanation }] : []
  })
  return { checked, found: found.toSorted((a, b) => a.row - b.row) }
}

/** Answers that claim something, of as many personas as are looked into; the others are not counted. */
async function sortOut(answers: readonly OpenAnswer[], nowMs: number, known: KnownContradictions) {
  const claiming: OpenAnswer[] = []
  const people = new Set<PersonaId>()
  let checked = 0
  for (const [i, answer] of answers.entries()) {
    if (i % STEP === STEP - 1) await setImmediate()
    const before = known.get(answer.turnId)
    const claims =
      before === undefined ? claimsSomething({ ...answer, answer, nowMs }) : before !== ''
    if (!claims) known.set(answer.turnId, '')
    else if (people.size < MOST_TIMELINES || people.has(answer.persona.id)) {
      people.add(answer.persona.id)
      claiming.push(answer)
    } else continue
    checked += 1
  }
  return { claiming, checked }
}

function openAnswers({ manifest, tasks, personas, answers }: RunRecord): OpenAnswer[] {
  const all = manifest.skill.body.questions
    .filter(({ type }) => type === 'open')
    .flatMap(({ id: questionId, text: question }) =>
      tasks.flatMap(({ taskId, personaId }, row) => {
        const persona = personas.get(personaId as PersonaId)
        const answer = answers.get(questionId)?.get(taskId)
        if (!persona || answer?.status !== 'valid') return []
        const { text, turnId } = answer
        return [{ row, persona, questionId, question, text, turnId: turnId as TurnId }]
      }),
    )
  return shuffle(all, manifest.study.design.randomSeed, 'contradictions').slice(0, MOST_ANSWERS)
}

type Checking = {
  readonly nowMs: number
  /** The last timeline sequence that existed for the run. */
  readonly through: number
  readonly known: KnownContradictions
}

/** Answers of one persona. */
async function checkOne(
  db: ReadDb,
  answers: readonly OpenAnswer[],
  { nowMs, through, known }: Checking,
): Promise<void> {
  const { persona: today } = answers[0]!
  const owner = { tenantId: today.tenantId, personaId: today.id }
  const persona = await getPersonaAt(db, today, nowMs, through)
  const visible = await listVisibleIds(db, owner, nowMs)
  const entries = []
  for await (const batch of readTimeline(db, owner, { through }))
    entries.push(...batch.filter(({ id }) => visible.has(id)))
  const index = createClaimIndex(persona, entries)
  for (const { question, turnId, text } of answers) {
    const answer = { turnId, text }
    const check = { persona, entries, earlierAnswers: [], answer, question, nowMs, index }
    const findings = checkAnswer(check)
    const answering = findings.length === 0 ? undefined : await findAnswering(db, turnId)
    const [first] = answering ? await withoutEvasions(db, owner, answering, findings) : []
    known.set(turnId, first?.explanation ?? null)
  }
}

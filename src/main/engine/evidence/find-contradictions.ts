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

/** Open answers read at most, drawn by the run's seed: some milliseconds each with a timeline. */
const MOST_ANSWERS = 1_000
/** Answers read between two turns of the event loop. */
const STEP = 20

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
 */
export async function findContradictions(
  db: ReadDb,
  record: RunRecord,
): Promise<ContradictionCheck | undefined> {
  const { consistency } = await getMemorySettings(db)
  const answers = openAnswers(record)
  if (!consistency.onAnswers || answers.length === 0) return undefined
  const nowMs = Date.parse(record.manifest.clock)
  const claiming: OpenAnswer[] = []
  for (const [i, answer] of answers.entries()) {
    if (i % STEP === STEP - 1) await setImmediate()
    if (claimsSomething({ ...answer, answer, nowMs })) claiming.push(answer)
  }
  const found: ContradictionCheck['found'][number][] = []
  const lastSequences = await findLastSequences(db, record.run.id)
  for (const [personaId, own] of Map.groupBy(claiming, ({ persona }) => persona.id))
    found.push(...(await checkOne(db, own, { nowMs, through: lastSequences.get(personaId) ?? 0 })))
  return { checked: answers.length, found: found.toSorted((a, b) => a.row - b.row) }
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
  if (all.length <= MOST_ANSWERS) return all
  return shuffle(all, manifest.study.design.randomSeed, 'contradictions').slice(0, MOST_ANSWERS)
}

/** Answers of one persona. */
async function checkOne(
  db: ReadDb,
  answers: readonly OpenAnswer[],
  { nowMs, through }: { nowMs: number; through: number },
) {
  const { persona: today } = answers[0]!
  const owner = { tenantId: today.tenantId, personaId: today.id }
  const persona = await getPersonaAt(db, today, nowMs, through)
  const visible = await listVisibleIds(db, owner, nowMs)
  const entries = []
  for await (const batch of readTimeline(db, owner, { through }))
    entries.push(...batch.filter(({ id }) => visible.has(id)))
  const index = createClaimIndex(persona, entries)
  const found: ContradictionCheck['found'][number][] = []
  for (const { row, questionId, question, turnId, text } of answers) {
    const answer = { turnId, text }
    const findings = checkAnswer({
      persona,
      entries,
      earlierAnswers: [],
      answer,
      question,
      nowMs,
      index,
    })
    if (findings.length === 0) continue
    const answering = await findAnswering(db, turnId)
    const [first] = await withoutEvasions(db, owner, answering, findings)
    if (first) found.push({ row, questionId, explanation: first.explanation })
  }
  return found
}

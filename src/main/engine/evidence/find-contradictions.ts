import { setImmediate } from 'node:timers/promises'
import type { PersonaId, RunId, TurnId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import { withoutEvasions } from '../consistency/without-evasions.ts'
import type { ReadDb } from '../db/schema.ts'
import { checkAnswer, claimsSomething } from '../domain/consistency/check-answer.ts'
import { createClaimIndex } from '../domain/consistency/claim-index.ts'
import { shuffle } from '../domain/random.ts'
import { getMemorySettings } from '../memory/memory-settings.ts'
import { listVisibleIds, readTimeline } from '../memory/read-timeline.ts'
import { getPersonaAt } from '../personas/persona-at.ts'
import { createRecent } from '../recent.ts'
import type { Contradictions, RunOfTenant } from './contradictions.ts'
import { findAnswering, findLastSequences, listValidAnswers } from './evidence.repo.ts'
import { getRun } from '../studies/get-run.ts'
import { findPersonasAt } from '../personas/find-personas-at.ts'
import { getManifestHead, type ManifestHead } from '../studies/manifest.ts'

/** Open answers read at most, drawn by the run's seed: half a millisecond each. */
const MOST_ANSWERS = 200
/** Timelines read at most, some ten milliseconds each: of personas who claim something. */
const MOST_TIMELINES = 20
/** Runs whose findings are kept. */
const MOST_RUNS = 2
/** Answers read between two turns of the event loop. */
const STEP = 20

/**
 * What was found before, by turn: an answer never changes, nor does the timeline as it was for the
 * run. `''`: nothing to be contradicted; null: nothing contradicts it; else what does.
 */
export type KnownContradictions = Map<TurnId, string | null>

type OpenAnswer = {
  readonly taskId: string
  readonly persona: Persona
  readonly questionId: string
  readonly question: string
  readonly turnId: TurnId
  readonly text: string
}

export type FindContradictions = (run: RunOfTenant) => Promise<Contradictions | undefined>

/**
 * Holds open answers against the timeline and the profile of whoever gave them, as these were for
 * the run. By rules alone: no language model is asked. Undefined where there are none, or where the
 * workspace does not want answers checked. What was found is kept.
 */
export function createContradictionFinder(db: ReadDb): FindContradictions {
  const kept = createRecent<RunId, KnownContradictions>(MOST_RUNS)
  return async (run) => {
    const { consistency } = await getMemorySettings(db)
    if (!consistency.onAnswers) return undefined
    const known = kept.get(run.runId) ?? kept.keep(run.runId, new Map())
    return findContradictions(db, run, known)
  }
}

/** @param known  is added to */
async function findContradictions(
  db: ReadDb,
  { tenantId, runId }: RunOfTenant,
  known: KnownContradictions,
): Promise<Contradictions | undefined> {
  const manifest = await getManifestHead(db, tenantId, runId)
  const answers = await openAnswers(db, { tenantId, runId }, manifest)
  if (answers.length === 0) return undefined
  const nowMs = Date.parse(manifest.clock)
  const { claiming, checked } = await sortOut(answers, nowMs, known)
  const unknown = claiming.filter(({ turnId }) => !known.has(turnId))
  const lastSequences = await findLastSequences(db, runId)
  for (const [personaId, own] of Map.groupBy(unknown, ({ persona }) => persona.id)) {
    const through = lastSequences.get(personaId) ?? 0
    await checkOne(db, own, { nowMs, through, known })
  }
  const found = claiming.flatMap(({ taskId, questionId, turnId }) => {
    const explanation = known.get(turnId)
    return explanation ? [{ taskId, questionId, explanation }] : []
  })
  return { checked, found }
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

async function openAnswers(
  db: ReadDb,
  { tenantId, runId }: RunOfTenant,
  { skill, study }: ManifestHead,
): Promise<OpenAnswer[]> {
  const all = []
  for (const { id: questionId, type, text: question } of skill.body.questions) {
    if (type !== 'open') continue
    const answers = await listValidAnswers(db, runId, questionId)
    for (const answer of answers) all.push({ ...answer, questionId, question })
  }
  const { randomSeed } = study.design
  const drawn = shuffle(all, randomSeed, 'contradictions').slice(0, MOST_ANSWERS)
  const ids = [...new Set(drawn.map(({ personaId }) => personaId))]
  const { createdAt } = await getRun(db, tenantId, runId)
  const personas = await findPersonasAt(db, tenantId, ids, Date.parse(createdAt))
  return drawn.flatMap(({ personaId, ...answer }) => {
    const persona = personas.get(personaId)
    return persona ? [{ ...answer, persona }] : []
  })
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

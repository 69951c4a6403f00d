import type { PersonaId, RunId, TaskId, TenantId } from '../../../../shared/contract/ids.ts'
import type { Answer } from '../../../../shared/contract/runs.ts'
import type { Replay } from '../../../../shared/contract/run-comparison.ts'
import { cosinesIn } from '../../domain/questions/reference-quality.ts'
import { withoutScores } from '../../domain/skills/evaluation/rule-scores.ts'
import { canonicalJson, sha256 } from '../../domain/canonical-json.ts'
import { EngineError } from '../../errors.ts'
import type { EmbeddingModel } from '../../models/embedding-model.ts'
import { findPersonas } from '../../personas/find-personas.ts'
import { getSession } from '../../prompting/sessions.ts'
import type { TurnDeps } from '../../prompting/turn.ts'
import type { SafetyGuard } from '../../safety/safety-guard.ts'
import { askTask, type AskedTask } from '../ask-task.ts'
import { getRun } from '../get-run.ts'
import { getManifestHead, getManifestText, type ManifestHead } from '../manifest.ts'
import { findMembers } from '../runs.repo.ts'
import { listTaskAnswers } from '../tasks.repo.ts'
import { createRecordedModel } from './recorded-model.ts'

const MAX_DIFFERENCES = 50

/**
 * Runs the answered tasks of a run again from its manifest and stored answers, with nothing that
 * reaches the network: recall, prompts, reading of answers, repairs. The answers file (one line of
 * canonical JSON per answer, ids and timings aside, by unit key) is compared byte by byte.
 *
 * @throws EngineError `not_found`
 */
export async function replayRun(
  deps: TurnDeps,
  tenantId: TenantId,
  runId: RunId,
  signal: AbortSignal,
): Promise<Replay> {
  const run = await getRun(deps.db, tenantId, runId)
  const manifest = await getManifestHead(deps.db, tenantId, runId)
  const text = await getManifestText(deps.db, tenantId, runId)
  const canRecall = isLocal(deps.embedding)
  const offline: TurnDeps = {
    ...deps,
    safety: passed,
    ...(canRecall ? {} : { embedding: withoutNetwork(deps.embedding) }),
  }
  const tasks = await listReplayed(deps, runId)
  const stored: string[] = []
  const replayed: string[] = []
  const differences: Replay['differences'] = []
  let changed = 0
  for (const task of tasks) {
    signal.throwIfAborted()
    const taskId = task.id as TaskId
    const answers = await listTaskAnswers(deps.db, taskId)
    const before = linesOf(task.unit_key, answers)
    const again = await replayTask(offline, { tenantId, runId, manifest, task, answers }, signal)
    changed += again.changed
    stored.push(...before)
    replayed.push(...again.lines)
    const isSame = again.fault === null && before.join('') === again.lines.join('')
    if (!isSame && differences.length < MAX_DIFFERENCES)
      differences.push({ taskId, message: again.fault ?? firstDifference(before, again.lines) })
  }
  const [storedHash, replayedHash] = [sha256(stored.join('')), sha256(replayed.join(''))]
  return {
    runId,
    identical: storedHash === replayedHash && differences.length === 0,
    manifestIntact: sha256(text) === run.manifestHash,
    tasks: tasks.length,
    answers: stored.length,
    storedHash,
    replayedHash,
    calls: 0,
    promptsChanged: canRecall ? changed : null,
    differences,
  }
}

type ReplayedTask = Awaited<ReturnType<typeof listReplayed>>[number]
type Replayed = {
  readonly lines: string[]
  readonly fault: string | null
  readonly changed: number
}

async function replayTask(
  deps: TurnDeps,
  {
    tenantId,
    runId,
    manifest,
    task,
    answers,
  }: {
    tenantId: TenantId
    runId: RunId
    manifest: ManifestHead
    task: ReplayedTask
    answers: readonly Answer[]
  },
  signal: AbortSignal,
): Promise<Replayed> {
  const personaId = task.persona_id as PersonaId
  const persona = (await findPersonas(deps.db, tenantId, [personaId])).get(personaId)
  const lastSequence = (await findMembers(deps.db, runId, [personaId])).get(personaId)
  if (!persona || lastSequence === undefined || task.session_id === null)
    return { lines: [], fault: 'The persona is in the trash', changed: 0 }
  const { turns } = await getSession(deps.db, tenantId, task.session_id as never)
  const model = createRecordedModel(manifest.model, turns)
  try {
    const asked = await askTask(
      deps,
      {
        tenantId,
        persona,
        manifest,
        model,
        unitKey: task.unit_key,
        condition: task.condition,
        replicate: task.replicate,
        arm: task.arm,
        cosines: (questionId) =>
          cosinesIn(answers.find((one) => one.questionId === questionId)?.detail)?.[0],
        lastSequence,
      },
      signal,
    )
    const fault = model.left() > 0 ? `${model.left()} stored answers were not asked for` : null
    return { lines: linesOf(task.unit_key, asked.answers), fault, changed: model.changed() }
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return { lines: [], fault: error.message, changed: model.changed() }
  }
}

function listReplayed({ db }: Pick<TurnDeps, 'db'>, runId: RunId) {
  return db
    .selectFrom('task')
    .where('run_id', '=', runId)
    .where('status', '=', 'succeeded')
    .orderBy('unit_key')
    .select(['id', 'unit_key', 'persona_id', 'condition', 'replicate', 'arm', 'session_id'])
    .execute()
}

// Where a turn is stored is no part of what was answered, nor is what a rule made of it.
function linesOf(
  unit: string,
  answers: readonly (Answer | AskedTask['answers'][number])[],
): string[] {
  return answers.map((answer) => {
    const { turnId: _id, turn: _turn, ...rest } = { turnId: '', turn: 0, ...answer }
    return `${canonicalJson({ unit, ...rest, detail: withoutScores(rest.detail) })}\n`
  })
}

function firstDifference(before: readonly string[], after: readonly string[]): string {
  const at = before.findIndex((line, i) => line !== after[i])
  if (at === -1) return `${after.length} answers instead of ${before.length}`
  return `Answered ${before[at]!.trim()}, replayed ${after[at]?.trim() ?? 'nothing'}`
}

function isLocal({ id }: EmbeddingModel): boolean {
  return id.startsWith('offline')
}

/** Recall finds by words alone: what was answered does not hang on it. */
function withoutNetwork({ id, dimensions }: EmbeddingModel): EmbeddingModel {
  return {
    id,
    dimensions,
    embed: async (texts) => texts.map(() => new Float32Array(dimensions)),
  }
}

/** What was answered has passed the policy of its day. */
const passed: SafetyGuard = {
  checkInbound: async () => ({ escalations: [] }),
  checkOutbound: async () => {},
}

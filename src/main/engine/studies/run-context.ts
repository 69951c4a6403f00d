import { EngineError } from '../errors.ts'
import type { GroupCommit } from '../db/group-commit.ts'
import type { ReadDb } from '../db/schema.ts'
import { mostTaskTokens } from '../domain/studies/most-tokens.ts'
import type { CallGate } from '../models/call-gate.ts'
import type { ChatModel } from '../models/chat-model.ts'
import type { EndpointGates } from '../models/endpoint-gates.ts'
import { maxTokensOf } from '../prompting/generate-turn.ts'
import type { FindModel } from './create-study.ts'
import { getManifestHead, type ManifestHead } from './manifest.ts'
import { openLedger, type RunLedger } from './run-ledger.ts'
import { createRunMemory, type RunMemory } from './run-memory.ts'
import type { OpenRun } from './runs.repo.ts'

/** What stays the same for all tasks of a run. */
export type RunContext = {
  readonly manifest: ManifestHead
  readonly model: ChatModel
  readonly gate: CallGate
  /** By name: models that some ways of asking of a robustness run go to instead. */
  readonly others: ReadonlyMap<string, { readonly model: ChatModel; readonly gate: CallGate }>
  readonly ledger: RunLedger
  readonly useCache: boolean
  readonly maxConcurrency: number
  /** Output tokens that one task can take. */
  readonly mostOfTask: number
  readonly memory: RunMemory
  /** A call did not fit the budget any more. */
  isFull: boolean
}

export type RunContextDeps = {
  readonly db: ReadDb
  readonly findModel: FindModel
  readonly commit: GroupCommit
  readonly gates: EndpointGates
}

/** @throws EngineError `invalid_input` when the model of the run is not configured any more */
export async function loadRunContext(deps: RunContextDeps, run: OpenRun): Promise<RunContext> {
  const manifest = await getManifestHead(deps.db, run.tenantId, run.id)
  const { name: own } = manifest.model
  const model = await requireModel(deps, run.tenantId, own)
  const others: [string, { model: ChatModel; gate: CallGate }][] = []
  for (const name of new Set(manifest.robustness?.variants.map((one) => one.model))) {
    if (name === own) continue
    const other = await requireModel(deps, run.tenantId, name)
    others.push([name, { model: other, gate: deps.gates.of(other) }])
  }
  return {
    manifest,
    model,
    gate: deps.gates.of(model),
    others: new Map(others),
    ledger: await openLedger(deps, run.id),
    // The built-in model answers faster than a hash is looked up, and prompts are most of a workspace.
    useCache: run.useCache && !model.rehearsal,
    maxConcurrency: run.maxConcurrency,
    mostOfTask: mostTaskTokens(manifest.skill.body, mostOfCall()),
    memory: createRunMemory(),
    isFull: false,
  }
}

async function requireModel(
  { findModel }: RunContextDeps,
  tenantId: OpenRun['tenantId'],
  name: string,
): Promise<ChatModel> {
  const model = await findModel(tenantId, name)
  if (model) return model
  throw new EngineError('invalid_input', `The model "${name}" is not configured in this workbench`)
}

/** Every gate that calls of the run go through. */
export function gatesOf({ gate, others }: RunContext): CallGate[] {
  return [...new Set([gate, ...[...others.values()].map((other) => other.gate)])]
}

/** Of the most talkative persona. */
function mostOfCall(): number {
  const talkative = { persona: { communicationStyle: { verbosity: 100 } } } as Parameters<
    typeof maxTokensOf
  >[0]
  return maxTokensOf(talkative)
}

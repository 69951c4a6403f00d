import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Run, TaskList, TaskResults, TaskTurns } from '../../src/shared/contract/runs.ts'
import { openDatabase } from '../../src/main/engine/db/open.ts'
import { EngineError } from '../../src/main/engine/errors.ts'
import type { ChatModel } from '../../src/main/engine/models/chat-model.ts'
import { claimTasks, requeueOrphans } from '../../src/main/engine/studies/tasks.repo.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import {
  launchSmallStudy,
  openTestEngine,
  waitForRun,
  type SmallStudy,
  type TestEngine,
} from '../helpers/test-engine.ts'

let engine: TestEngine
afterEach(() => engine.close())

const agree = 'Answer: Agree\n\nBecause.'

async function start(model: ChatModel, study: SmallStudy = {}): Promise<Run> {
  engine = await openTestEngine({ fake: model })
  return launchSmallStudy(engine, { ...study, design: { model: 'fake', ...study.design } })
}

/** Fails the first `times` calls with an error, then answers. */
function failing(times: number, error: Error): ChatModel & { calls: () => number } {
  let calls = 0
  const answering = createFakeChatModel({ answer: () => agree })
  return {
    ...answering,
    calls: () => calls,
    async *stream(request, signal) {
      calls += 1
      if (calls <= times) throw error
      yield* answering.stream(request, signal)
    },
  }
}

describe('a run', () => {
  it('asks everybody once and keeps answers, turns and what was recalled', async () => {
    const launched = await start(createFakeChatModel({ answer: () => agree }))
    const run = await waitForRun(engine, launched.id)
    expect(run).toMatchObject({ status: 'succeeded', reason: null, tokensOut: 6 * 4 })

    const { tasks } = await engine.call<TaskList>(
      'GET',
      `/runs/${run.id}/tasks?questionId=q&value=4`,
    )
    expect(tasks).toHaveLength(6)
    const [task] = tasks
    const { results } = await engine.call<TaskResults>('GET', `/tasks/${task!.id}/results`)
    const { turns } = await engine.call<TaskTurns>('GET', `/tasks/${task!.id}/turns`)
    expect(results).toEqual([
      {
        questionId: 'q',
        type: 'likert',
        status: 'valid',
        value: 4,
        text: agree,
        words: 'Agree',
        turnId: turns[0]!.id,
      },
    ])
    expect(turns[0]!.messages[0]!.content).toContain('Ada')
  })

  it('repairs an answer that does not parse once, then keeps it as invalid', async () => {
    const model = createFakeChatModel({
      answer: ({ context }) =>
        context.persona.firstName === 'Ada0' || !context.userPrompt.includes('could not be read')
          ? 'Maybe.'
          : agree,
    })
    const launched = await start(model)
    await waitForRun(engine, launched.id)
    const count = async (value: string) => {
      const path = `/runs/${launched.id}/tasks?questionId=q&value=${value}`
      return (await engine.call<TaskList>('GET', path)).tasks.length
    }
    expect([await count('4'), await count('__invalid')]).toEqual([5, 1])
    expect(model.requests).toHaveLength(12)
  })

  it('never shows a persona what the study is for', async () => {
    const model = createFakeChatModel({ answer: () => agree })
    const secrets = ['SECRET-OBJECTIVE', 'SECRET-HYPOTHESIS', 'SECRET-CRITERIA', 'SECRET-NAME']
    const [objective, hypothesis, successCriteria, name] = secrets
    const conditions = [
      { id: 'a', name, variables: {} },
      { id: 'b', name: 'SECRET-OTHER', variables: {} },
    ]
    const design = { objective, hypothesis, successCriteria, conditions }
    const launched = await start(model, { design })
    await waitForRun(engine, launched.id)
    const sent = JSON.stringify(model.requests.map(({ messages }) => messages))
    for (const secret of [...secrets, 'SECRET-OTHER']) expect(sent).not.toContain(secret)
  })
})

describe('failures', () => {
  it('are tried again, not before the endpoint allows it', async () => {
    const model = failing(
      1,
      new EngineError('rate_limited', 'Slow down', { retryAfterSeconds: 0.4 }),
    )
    const startedAt = Date.now()
    const launched = await start(model, { people: 1 })
    const run = await waitForRun(engine, launched.id)
    expect(run).toMatchObject({ status: 'succeeded', tasks: { succeeded: 1 } })
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(400)
    expect(model.calls()).toBe(2)
  })

  it('that trying again cannot mend stay listed and can be retried alone', async () => {
    const model = failing(1, new EngineError('blocked_by_policy', 'Blocked'))
    const launched = await start(model, { design: { maxConcurrency: 1 } })
    const run = await waitForRun(engine, launched.id)
    expect(run).toMatchObject({
      status: 'succeeded',
      reason: '1 task failed',
      tasks: { failed: 1 },
    })
    const { tasks } = await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?status=failed`)
    expect(tasks[0]!.error).toEqual({ code: 'blocked_by_policy', message: 'Blocked' })

    await engine.call('POST', `/runs/${run.id}/retry-failed`)
    const retried = await waitForRun(engine, run.id)
    expect(retried.tasks).toMatchObject({ succeeded: 6, failed: 0 })
    expect(model.calls()).toBe(7)
  })

  it('of every task fail the run', async () => {
    const model = failing(Number.POSITIVE_INFINITY, new EngineError('blocked_by_policy', 'Blocked'))
    const launched = await start(model)
    expect(await waitForRun(engine, launched.id)).toMatchObject({
      status: 'failed',
      reason: '6 tasks failed',
    })
  })
})

describe('control', () => {
  it('pauses between tasks and goes on from there', async () => {
    let release = () => {}
    const gate = new Promise<void>((resolve) => (release = resolve))
    const answering = createFakeChatModel({ answer: () => agree })
    const model: ChatModel = {
      ...answering,
      async *stream(request, signal) {
        await gate
        yield* answering.stream(request, signal)
      },
    }
    const launched = await start(model, { design: { maxConcurrency: 2 } })
    await waitForRun(engine, launched.id, ({ tasks }) => tasks.running === 2)
    await engine.call('POST', `/runs/${launched.id}/pause`)
    release()
    const paused = await waitForRun(engine, launched.id, ({ tasks }) => tasks.running === 0)
    expect(paused).toMatchObject({ status: 'paused', tasks: { succeeded: 2, queued: 4 } })

    await engine.call('POST', `/runs/${launched.id}/resume`)
    expect(await waitForRun(engine, launched.id)).toMatchObject({
      status: 'succeeded',
      tasks: { succeeded: 6 },
    })
  })

  it('begins nothing after a pause, though the run looked open a moment ago', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'paused-'))
    engine = await openTestEngine(
      { fake: createFakeChatModel({ answer: () => agree, stallAfterWords: 1 }) },
      { workspaceDir: folder },
    )
    const { id } = await launchSmallStudy(engine, { design: { model: 'fake', maxConcurrency: 1 } })
    await engine.call('POST', `/runs/${id}/pause`)
    await engine.close()

    const open = await openDatabase(join(folder, 'workspace.db'))
    const claim = { owner: 'test', leaseUntil: Date.now() + 1000, now: Date.now() }
    await requeueOrphans(open.db, claim.owner)
    expect(await claimTasks(open.db, id, claim, 1)).toEqual([])
    await open.db.updateTable('run').set({ status: 'running' }).where('id', '=', id).execute()
    expect(await claimTasks(open.db, id, claim, 1)).toHaveLength(1)
    await open.close()
    await rm(folder, { recursive: true })
  })

  it('cancels what is in hand and what is waiting, and keeps what was answered', async () => {
    const launched = await start(createFakeChatModel({ answer: () => agree, stallAfterWords: 1 }), {
      design: { maxConcurrency: 2 },
    })
    await waitForRun(engine, launched.id, ({ tasks }) => tasks.running === 2)
    await engine.call('POST', `/runs/${launched.id}/cancel`)
    const run = await waitForRun(engine, launched.id, ({ tasks }) => tasks.running === 0)
    expect(run).toMatchObject({ status: 'cancelled', tasks: { queued: 0, cancelled: 6 } })
    await expect(engine.call('POST', `/runs/${run.id}/resume`)).rejects.toThrow(
      'Cannot resume run 1: it is cancelled',
    )
  })

  it('stops before the budget would be exceeded', async () => {
    const design = { budgetTokens: 2000, maxConcurrency: 1 }
    const launched = await start(
      createFakeChatModel({ answer: () => 'Answer: Agree '.repeat(100) }),
      {
        design,
      },
    )
    const run = await waitForRun(engine, launched.id)
    expect(run.status).toBe('budget_stopped')
    expect(run.tokensOut).toBeLessThanOrEqual(2000)
    expect(run.tasks.succeeded).toBeGreaterThan(0)
  })

  it('gives two runs a fair share', async () => {
    const model = createFakeChatModel({ answer: () => agree })
    const first = await start(model, { people: 30, design: { maxConcurrency: 1 } })
    const second = await launchSmallStudy(engine, {
      people: 5,
      design: { model: 'fake', maxConcurrency: 1 },
    })
    await waitForRun(engine, second.id)
    const { run } = await engine.call<{ run: Run }>('GET', `/runs/${first.id}`)
    expect(run.tasks.queued).toBeGreaterThan(0)
  })
})

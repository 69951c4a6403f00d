import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ChatModel } from '../../src/main/engine/models/chat-model.ts'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import {
  launchSmallStudy,
  openTestEngine,
  waitForRun,
  type TestEngine,
} from '../helpers/test-engine.ts'

const PEOPLE = 12
const FIRST = 5
let engine: TestEngine
let run: Run
let answered = 0
const isLet = Promise.withResolvers<void>()
const folder = mkdtempSync(join(tmpdir(), 'evidence-thread-'))

/** Answers the first few, and the rest when it is let. */
const model: ChatModel = {
  name: 'slow',
  rehearsal: false,
  async *stream() {
    const mine = ++answered
    if (mine > FIRST) await isLet.promise
    yield { type: 'delta', text: mine % 2 === 0 ? 'Agree' : 'Disagree' }
    yield { type: 'done', modelName: 'slow', tokensIn: 10, tokensOut: 1 }
  },
}
const open = () =>
  openTestEngine({ slow: model }, { workspaceDir: join(folder, 'ws'), vectorIndex: 'exact' })

beforeAll(async () => {
  engine = await open()
  run = await launchSmallStudy(engine, { people: PEOPLE, design: { model: 'slow' } })
}, 60_000)
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

const evidenceBy = (field: string) =>
  engine.call<Evidence>('GET', `/runs/${run.id}/evidence?segmentBy=${field}`)
const overall = ({ questions }: Evidence) => questions[0]!.overall

it('grows with the run, and is then what a workbench started anew computes', async () => {
  await expect.poll(async () => overall(await evidenceBy('age')).n, { timeout: 10_000 }).toBe(FIRST)
  expect((await evidenceBy('age')).provisional).toBe(true)

  isLet.resolve()
  await waitForRun(engine, run.id)
  const found = await evidenceBy('age')
  expect(overall(found).n).toBe(PEOPLE)
  expect(found.provisional).toBe(false)
  expect(await evidenceBy('age')).toEqual(found)

  await engine.close()
  engine = await open()
  expect(await evidenceBy('age')).toEqual(found)
})

it('tells how far it is only while it is computed', async () => {
  const path = `/runs/${run.id}/evidence/progress`
  expect(await engine.call('GET', path)).toEqual({ progress: null })
})

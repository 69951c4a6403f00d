import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunEvidence } from '../../src/shared/contract/arm-evidence.ts'
import type { Persona } from '../../src/shared/contract/personas.ts'
import type { Run, TaskList } from '../../src/shared/contract/runs.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let run: Run

beforeAll(async () => {
  engine = await openTestEngine()
  run = await runSmallStudy(engine, {
    people: 12,
    questions: [
      { id: 'q', type: 'yesno', text: 'Fine?' },
      { id: 'why', type: 'open', text: 'Why?' },
    ],
  })
}, 60_000)
afterAll(() => engine.close())

const evidence = () =>
  engine.call<RunEvidence>('GET', `/runs/${run.id}/evidence?segmentBy=location`)
const tasksIn = async (place: string) => {
  const search = new URLSearchParams({ segmentBy: 'location', segmentValue: place, limit: '200' })
  return (await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?${search}`)).tasks
}

it('keeps its segments, quotes and tasks when a persona is edited or thrown away after the run', async () => {
  const before = await evidence()
  const { tasks } = await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?limit=200`)
  const [moved, gone] = [tasks[0]!.personaId, tasks[1]!.personaId]
  const { persona } = await engine.call<{ persona: Persona }>('GET', `/personas/${moved}`)
  const behind = (await tasksIn(persona.location)).map(({ id }) => id)
  await engine.call('PATCH', `/personas/${moved}`, { location: 'Somewhere else' })
  await engine.call('DELETE', `/personas/${gone}`)

  expect(await evidence()).toEqual(before)
  expect((await tasksIn(persona.location)).map(({ id }) => id)).toEqual(behind)
  expect(await tasksIn('Somewhere else')).toEqual([])

  await engine.call('POST', `/personas/${gone}/restore`, {})
  await engine.call('PATCH', `/personas/${gone}`, { location: 'Far away' })
  expect(await evidence()).toEqual(before)
})

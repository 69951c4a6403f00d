import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Run } from '../../src/shared/contract/runs.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

let engine: TestEngine
let run: Run

beforeAll(async () => {
  engine = await openTestEngine()
  run = await runSmallStudy(engine, {
    questions: [
      { id: 'q', type: 'likert', text: 'Fine?' },
      { id: 'r', type: 'likert', text: 'Good?' },
    ],
  })
}, 60_000)
afterAll(() => engine.close())

/** A misspelt name must not read as "nobody" or "nothing". */
it.each([
  ['GET', 'evidence?segmentBy=attributes.regoin', 'segmentBy'],
  ['GET', 'evidence?segmentby=gender', 'segmentby'],
  ['GET', 'export?format=results&segmentBy=gender', 'segmentBy'],
  ['GET', 'crosstab?rows=question:q&columns=cohort&show=column&weighted=no', 'weighted'],
  ['GET', 'tasks?questionId=Q', 'questionId'],
  ['GET', 'tasks?where=question%3AQ%3D1', 'where'],
  ['GET', 'tasks?questoinId=q', 'questoinId'],
])('%s %s is refused by name', async (method, path, field) => {
  const request = new Request(`http://localhost/runs/${run.id}/${path}`, { method })
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain(field)
})

it('refuses a scale by a field that nobody has', async () => {
  const items = [{ questionId: 'q' }, { questionId: 'r' }]
  const scale = (segmentBy: string) =>
    engine.call('POST', `/runs/${run.id}/scale`, { items, segmentBy })
  await expect(scale('attributes.regoin')).rejects.toThrow(/400 .*segmentBy.*known of no persona/)
  await expect(scale('location')).resolves.toBeDefined()
})

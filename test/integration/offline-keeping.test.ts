import { expect, it } from 'vitest'
import type { PromptAnswer } from '../../src/shared/contract/prompts.ts'
import { ordinaryInterviews } from '../fixtures/ordinary-interviews.ts'
import { openRest, seed } from '../helpers/rest.ts'

it('neither contradicts nor adds to the life of the persona that the built-in model plays', async () => {
  const rest = await openRest()
  const people = [
    seed('Maya'),
    seed('Tom', { age: 67, location: 'Leeds, England', baseOccupation: 'Retired' }),
    seed('Ines', { age: 19, location: 'Porto', baseOccupation: 'Student' }),
  ]
  const said: PromptAnswer[] = []
  for (const person of people) {
    const personaId = (await rest.get('/personas', { body: { seed: person } })).persona.id
    let sessionId: string | undefined
    for (const [userPrompt] of ordinaryInterviews) {
      const answer: PromptAnswer = await rest.get('/personas/prompt', {
        body: { personaId, userPrompt, ...(sessionId ? { sessionId } : {}) },
      })
      sessionId = answer.sessionId
      said.push(answer)
    }
    const { report } = await rest.get(`/personas/${personaId}/consistency-checks`, {
      method: 'POST',
    })
    expect(report.issues).toEqual([])
  }
  const actions = new Set(said.map(({ consolidation }) => consolidation!.action))
  expect(said.flatMap(({ issues }) => issues)).toEqual([])
  expect([...actions].toSorted()).toEqual(['ignore', 'reinforce'])
  expect(rest.bugs).toEqual([])
  await rest.close()
}, 60_000)

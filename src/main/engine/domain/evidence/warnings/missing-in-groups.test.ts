import { expect, it } from 'vitest'
import { answeredRun, type AnsweredTask } from '../../../../../../test/helpers/answered-run.ts'
import { Question } from '../../../../../shared/contract/questions.ts'
import { uniform } from '../../random.ts'
import { computeEvidence } from '../evidence.ts'

const questions = ['a', 'b', 'c'].map((id) =>
  Question.parse({ id, type: 'yesno', text: `Question ${id}?` }),
)
const refused = { status: 'refused' as const }

/** One persona in six is of the north, and refuses question b so often; all others one in thirty. */
function run(personas: number, inNorth: number, seed: number) {
  const isNorth = (i: number) => uniform('north', seed, i) < 1 / 6
  const tasks = Array.from({ length: personas }, (_, i): AnsweredTask => {
    const own = (id: string, chance: number) =>
      uniform('refuses', seed, id, i) < chance
        ? refused
        : uniform('yes', seed, id, i) < 0.5
          ? 'yes'
          : 'no'
    return {
      cohort: i % 2,
      answers: {
        a: own('a', 1 / 30),
        b: own('b', isNorth(i) ? inNorth : 1 / 30),
        c: own('c', 1 / 30),
      },
    }
  })
  const fields = { 'attributes.part': tasks.map((_, i) => (isNorth(i) ? 'north' : 'south')) }
  const { warnings } = computeEvidence(answeredRun(questions, tasks, { fields }))
  return warnings.filter(({ code }) => code === 'missing_in_group')
}

it('finds refusals that the total hides, and names the group', () => {
  const [warning, ...others] = run(150, 0.4, 1)
  expect(others).toEqual([])
  expect(warning).toMatchObject({ id: 'missing_in_group:b:refused', questionId: 'b' })
  expect(warning!.what).toMatch(/^Of “part: north”, \d+ % refuse to answer; of all others \d %\.$/)
  expect(warning!.tasks!.total).toBeGreaterThan(4)
  expect(warning!.tasks!.taskIds).toHaveLength(warning!.tasks!.total)
})

it('says nothing where refusals fall where they may', () => {
  const alarms = Array.from({ length: 60 }, (_, seed) => run(150, 1 / 30, 100 + seed)).filter(
    ({ length }) => length > 0,
  )
  expect(alarms.length).toBeLessThanOrEqual(3)
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TaskList, TaskResults } from '../../src/shared/contract/runs.ts'
import type { SkillLogicAnswer } from '../../src/shared/contract/skill-logic.ts'
import {
  explore,
  makeMaze,
  pathOf,
  withoutDeadParts,
  type MazeAnswer,
  type MazeQuestion,
} from '../helpers/maze.ts'
import { openTestEngine, runSmallStudy, type TestEngine } from '../helpers/test-engine.ts'

/** As many questions as a skill can have. */
const SIZE = 100
const SEEDS = [1, 2, 3, 4]

let engine: TestEngine
beforeAll(async () => {
  engine = await openTestEngine()
})
afterAll(() => engine.close())

async function check(questions: MazeQuestion[]) {
  const body = { questions }
  return (await engine.call<SkillLogicAnswer>('POST', '/skills/logic', body)).findings
}

describe.each(SEEDS)('maze %d of a hundred questions', (seed) => {
  it('is judged by the checker as by trying every path', async () => {
    const maze = makeMaze(SIZE, seed)
    const { asked, fired } = explore(maze)
    const unreachable = maze.filter((_, i) => !asked.has(i)).map(({ id }) => id)
    const idle = maze.flatMap(({ id, skipTo = [] }, i) =>
      asked.has(i)
        ? skipTo.flatMap((_, rule) => (fired.has(`${i} ${rule}`) ? [] : [`${id} skipTo.${rule}`]))
        : [],
    )
    const findings = await check(maze)
    const found = (code: string) => findings.filter((one) => one.code === code)
    expect(found('not_fully_checked')).toEqual([])
    expect(found('unreachable').map(({ questionId }) => questionId)).toEqual(unreachable)
    expect(found('never_fires').map((one) => `${one.questionId} ${one.path}`)).toEqual(idle)
    expect(unreachable.length + idle.length).toBeGreaterThan(0)
  })

  it('leads everybody where their answers say', async () => {
    const maze = withoutDeadParts(makeMaze(SIZE, seed))
    expect((await check(maze)).filter(({ severity }) => severity === 'error')).toEqual([])
    const design = { recall: false, maxConcurrency: 8, randomSeed: seed }
    const { id, tasks: done } = await runSmallStudy(engine, { people: 40, questions: maze, design })
    expect(done).toMatchObject({ succeeded: 40, failed: 0 })

    const { tasks } = await engine.call<TaskList>('GET', `/runs/${id}/tasks?limit=200`)
    const paths = new Set<string>()
    for (const task of tasks) {
      const { results } = await engine.call<TaskResults>('GET', `/tasks/${task.id}/results`)
      const path = results.map(({ questionId }) => questionId)
      const given = new Map(results.map(({ questionId, value }) => [questionId, value]))
      expect(path).toEqual(pathOf(maze, (question) => given.get(question) as MazeAnswer))
      expect(path.length).toBeGreaterThan(5)
      paths.add(path.join())
    }
    expect(paths.size).toBeGreaterThan(20)
  })
})

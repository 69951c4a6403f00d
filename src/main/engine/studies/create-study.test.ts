import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aSkill, idOf, seedStudyParts } from '../../../../test/helpers/study-fixture.ts'
import { PopulationId, SkillId, TenantId } from '../../../shared/contract/ids.ts'
import { CreateStudyRequest } from '../../../shared/contract/studies.ts'
import { openDatabase, type OpenDatabase } from '../db/open.ts'
import type { ChatModel } from '../models/chat-model.ts'
import { createStudy, getStudy, listStudies } from './create-study.ts'
import { removeStudy, restoreStudy } from './trash-study.ts'

const offline: ChatModel = {
  name: 'offline-rehearsal-1',
  rehearsal: true,
  stream: () => {
    throw new Error('not asked here')
  },
}

let workspace: OpenDatabase
let clock: number
beforeEach(async () => {
  workspace = await openDatabase(':memory:')
  clock = Date.UTC(2026, 1, 1)
})
afterEach(() => workspace.close())

const deps = () => ({
  db: workspace.db,
  now: () => clock,
  findModel: async (_: TenantId, name: string) => (name === 'offline' ? offline : undefined),
})

async function setUp(skill = aSkill()) {
  const parts = await seedStudyParts(workspace.db, { skill })
  const create = (body: Record<string, unknown> = {}) =>
    createStudy(
      deps(),
      parts.tenantId,
      CreateStudyRequest.parse({ ...parts, name: 'First study', ...body }),
    )
  return { ...parts, create }
}

it('pins the versions that were newest when the study was created', async () => {
  const { create, skillId, tenantId } = await setUp()
  const study = await create()
  await workspace.db
    .insertInto('skill_version')
    .values({
      id: randomUUID(),
      skill_id: skillId,
      version: 2,
      body: JSON.stringify(aSkill({ name: 'Changed' })),
      hash: 'x',
      created_at: clock,
    })
    .execute()

  expect(await getStudy(workspace.db, tenantId, study.id)).toEqual(study)
  expect((await create()).skillVersionId).not.toBe(study.skillVersionId)
})

it('gives back the whole design with its defaults', async () => {
  const { create } = await setUp()
  expect(await create({ replicates: 2, hypothesis: 'They will' })).toMatchObject({
    name: 'First study',
    design: 'between',
    replicates: 2,
    hypothesis: 'They will',
    conditions: [],
    model: 'offline',
    runCount: 0,
    lastRun: null,
    createdAt: '2026-02-01T00:00:00.000Z',
  })
})

describe('a design that does not fit is refused with the field at fault', () => {
  const priced = aSkill({
    questions: [
      {
        id: 'fair',
        type: 'likert',
        text: '{{ price }} is fair.',
        labels: labels(),
        allowDontKnow: false,
      },
      { id: 'why', type: 'open', text: 'Why?', allowDontKnow: false },
    ],
  })
  function labels() {
    return ['1', '2', '3', '4', '5']
  }
  const a = { id: 'a', name: 'A', variables: { price: '1 €' } }

  it.each([
    { path: 'conditions', body: {} },
    { path: 'conditions.1.variables.price', body: { conditions: [a, { id: 'b', name: 'B' }] } },
    { path: 'conditions.1.id', body: { conditions: [a, a] } },
    {
      path: 'comparisons.0.questionId',
      body: { conditions: [a], comparisons: [{ questionId: 'nope', by: 'cohort' }] },
    },
    {
      path: 'comparisons.0.by',
      body: { conditions: [a], comparisons: [{ questionId: 'fair', by: 'shoe size' }] },
    },
    {
      path: 'rehearsal.effects.0.questionId',
      body: { conditions: [a], rehearsal: { effects: [{ questionId: 'nope', delta: 1 }] } },
    },
    {
      path: 'rehearsal.effects.0.option',
      body: {
        conditions: [a],
        rehearsal: { effects: [{ questionId: 'fair', delta: 1, option: '5' }] },
      },
    },
    {
      path: 'rehearsal.effects.0.condition',
      body: {
        conditions: [a],
        rehearsal: { effects: [{ questionId: 'fair', delta: 1, condition: 'z' }] },
      },
    },
    { path: 'model', body: { conditions: [a], model: 'gpt-unknown' } },
  ])('$path', async ({ path, body }) => {
    const { create } = await setUp(priced)
    await expect(create(body)).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ path }],
    })
  })

  it('but a design whose conditions fill every variable is accepted', async () => {
    const { create } = await setUp(priced)
    expect((await create({ conditions: [a] })).conditions).toEqual([a])
  })
})

it.each([
  { what: 'skill', body: { skillId: SkillId.parse(idOf('no skill')) } },
  { what: 'population', body: { populationId: PopulationId.parse(idOf('no population')) } },
])('an unknown $what is not found', async ({ body }) => {
  const { create } = await setUp()
  await expect(create(body)).rejects.toMatchObject({ code: 'not_found' })
})

it('is not seen by another tenant', async () => {
  const { create } = await setUp()
  const { id } = await create()
  const other = TenantId.parse(idOf('other tenant'))
  await expect(getStudy(workspace.db, other, id)).rejects.toMatchObject({ code: 'not_found' })
  expect(await listStudies(workspace.db, other, { limit: 10 })).toEqual({
    studies: [],
    nextCursor: null,
  })
})

it('lists newest first, each study on exactly one page', async () => {
  const { create, tenantId } = await setUp()
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    await create({ name })
    // Two of the same moment: the id decides.
    if (name !== 'b') clock += 1
  }
  const names: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await listStudies(workspace.db, tenantId, {
      limit: 2,
      cursor: cursor ?? undefined,
    })
    names.push(...page.studies.map((study) => study.name))
    cursor = page.nextCursor
  } while (cursor)
  expect(names).toHaveLength(5)
  expect(names.map((name) => (name === 'c' ? 'b' : name))).toEqual(['e', 'd', 'b', 'b', 'a'])
})

it.each(['x', '[]', 'bnVsbA', ''])('refuses the cursor %j by name', async (cursor) => {
  const { tenantId } = await setUp()
  await expect(listStudies(workspace.db, tenantId, { limit: 2, cursor })).rejects.toMatchObject({
    code: 'invalid_input',
    details: [{ path: 'cursor' }],
  })
})

it('is gone while in the trash and as before when restored', async () => {
  const { create, tenantId } = await setUp()
  const study = await create()
  await removeStudy(deps(), tenantId, study.id)
  await expect(getStudy(workspace.db, tenantId, study.id)).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(removeStudy(deps(), tenantId, study.id)).rejects.toMatchObject({ code: 'not_found' })
  expect(await restoreStudy(deps(), tenantId, study.id)).toEqual(study)
  await expect(restoreStudy(deps(), tenantId, study.id)).rejects.toMatchObject({
    code: 'not_found',
  })
})

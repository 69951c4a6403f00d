import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ConsistencyIssue, ConsistencyReport } from '../../src/shared/contract/consistency.ts'
import type { PromptAnswer } from '../../src/shared/contract/prompts.ts'
import type { TimelineEntry } from '../../src/shared/contract/timeline.ts'
import { createOfflineEmbedding } from '../../src/main/engine/models/offline-embedding.ts'
import { createFakeChatModel } from '../helpers/fake-chat-model.ts'
import { openRest, seed, type Rest } from '../helpers/rest.ts'

const DAY = 24 * 3_600_000

let rest: Rest
let personaId: string
/** What the model answers next, and what it judges. */
let answer: string
let judgement: string

beforeEach(async () => {
  answer = 'Fine.'
  judgement = '{"contradictions":[]}'
  const model = createFakeChatModel({
    answer: ({ answerSchema }) => (answerSchema ? judgement : answer),
    rehearsal: false,
  })
  rest = await openRest({
    models: {
      get: () => model,
      list: () => [{ name: model.name, rehearsal: false }],
      embedding: createOfflineEmbedding(),
    },
  })
  personaId = await aPersona()
})
afterEach(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

async function aPersona(firstName = 'Maya'): Promise<string> {
  return (await rest.get('/personas', { body: { seed: seed(firstName) } })).persona.id
}
const entry = (more: object = {}) => ({
  eventAt: '2010-05-01',
  eventLabel: 'A year at the harbour',
  facts: 'In 2010 I lived in Oslo.',
  feelings: 'Calm.',
  interpretation: 'It was a good year.',
  ...more,
})
const inLisbon = { eventLabel: 'A flat with a view', facts: 'In 2010 I lived in Lisbon.' }

type Appended = { entries: TimelineEntry[]; warnings: ConsistencyIssue[] }
const append = (entries: object[], id = personaId): Promise<Appended> =>
  rest.get(`/personas/${id}/timeline`, { body: { entries } })
const check = async (id = personaId): Promise<ConsistencyReport> =>
  (await rest.get(`/personas/${id}/consistency-checks`, { method: 'POST' })).report
const latest = async (id = personaId): Promise<ConsistencyReport | null> =>
  (await rest.get(`/personas/${id}/consistency-checks`)).report
const dismiss = async (issueId: string, dismissed: boolean): Promise<ConsistencyReport> =>
  (
    await rest.get(`/personas/${personaId}/consistency-checks/issues/${issueId}`, {
      method: 'PUT',
      body: { dismissed },
    })
  ).report
const configure = (consistency: object) =>
  rest.get('/settings/memory', { method: 'PUT', body: { consistency } })
const ask = (userPrompt: string, more: object = {}): Promise<PromptAnswer> =>
  rest.get('/personas/prompt', { body: { personaId, userPrompt, ...more } })
const supersede = (entryId: string, corrected: object) =>
  rest.get(`/personas/${personaId}/timeline/${entryId}/supersede`, {
    body: { reason: 'It was elsewhere', entry: corrected },
  })

/** Only what the test made: a biography is not what is tested here. */
const about = (issues: readonly ConsistencyIssue[], ...entries: TimelineEntry[]) =>
  issues.filter(({ entryIds }) => entries.some(({ id }) => entryIds.includes(id)))

describe('a check', () => {
  it('is null until there was one, then the latest', async () => {
    expect(await latest()).toBeNull()
    const { entries } = await append([entry(), entry(inLisbon)])
    const report = await check()
    const [issue, ...others] = about(report.issues, ...entries)
    expect(others).toEqual([])
    expect(issue).toMatchObject({
      type: 'contradiction',
      entryIds: entries.map(({ id }) => id),
      dismissedAt: null,
    })
    const quoted = issue!.spans.map(({ start, end }, i) => entries[i]!.facts.slice(start, end))
    expect(issue!.spans.map(({ text }) => text)).toEqual(quoted)
    expect(report).toMatchObject({ personaId, checkedSequence: entries[1]!.sequence })
    expect(report.score).toBeLessThan(100)
    expect(await latest()).toEqual(report)
  })

  it('is asked for with research, counted as usage, and takes the place of the one before', async () => {
    const reader = await rest.newKey('prompt')
    const path = `/personas/${personaId}/consistency-checks`
    expect((await rest.ask(path, { method: 'POST', key: reader })).status).toBe(403)
    expect((await rest.ask(path, { key: reader })).status).toBe(200)
    await check()
    rest.pass(1000)
    const second = await check()
    expect(await latest()).toEqual(second)
    rest.pass(1000)
    const { events } = await rest.get('/usage/events?type=persona_consistency_check')
    expect(events).toHaveLength(2)
    expect(events[0].data).toEqual({
      personaId,
      score: second.score,
      issues: second.issues.length,
    })
  })

  it('finds no fault with a generated life', async () => {
    expect(await check()).toMatchObject({ score: 100, issues: [] })
  })
})

describe('an issue', () => {
  it('stays dismissed from check to check, and counts again when it is taken up', async () => {
    const { entries } = await append([entry(), entry(inLisbon)])
    const { issues, score } = await check()
    const { id } = about(issues, ...entries)[0]!
    const dismissed = await dismiss(id, true)
    expect(dismissed.score).toBeGreaterThan(score)
    expect(dismissed.issues.find((issue) => issue.id === id)!.dismissedAt).not.toBeNull()
    expect(await latest()).toEqual(dismissed)
    const again = await check()
    expect(again.score).toBe(dismissed.score)
    expect(again.issues).toEqual(dismissed.issues)
    expect((await dismiss(id, false)).score).toBe(score)
  })

  it('is none that the report does not have', async () => {
    await check()
    const path = `/personas/${personaId}/consistency-checks/issues/${'0'.repeat(24)}`
    const { status } = await rest.ask(path, { method: 'PUT', body: { dismissed: true } })
    expect(status).toBe(404)
  })

  it('brings a correction that settles it when it is made as it is', async () => {
    const { entries } = await append([
      entry({ memoryStrength: 90 }),
      entry({ ...inLisbon, memoryStrength: 20 }),
    ])
    const [issue] = about((await check()).issues, ...entries)
    const { entryId, reason, entry: corrected } = issue!.suggestion!
    const { warnings } = await rest.get(`/personas/${personaId}/timeline/${entryId}/supersede`, {
      body: { reason, entry: corrected },
    })
    expect(warnings).toEqual([])
    expect((await latest())!.issues.map(({ id }) => id)).not.toContain(issue!.id)
    const { issues } = await check()
    expect(about(issues, ...entries)).toEqual([])
  })

  it('is gone at once when the entry is corrected, and from the next check too', async () => {
    const { entries } = await append([entry(), entry(inLisbon)])
    const before = await check()
    const { warnings } = await supersede(
      entries[1]!.id,
      entry({ ...inLisbon, facts: 'In 2010 I lived in Oslo.' }),
    )
    expect(warnings).toEqual([])
    const settled = (await latest())!
    expect(about(settled.issues, ...entries)).toEqual([])
    expect(settled.score).toBeGreaterThan(before.score)
    expect(about((await check()).issues, ...entries)).toEqual([])
  })
})

describe('on write', () => {
  it('warns of what a new entry contradicts, and writes it all the same', async () => {
    const first = await append([entry()])
    expect(first.warnings).toEqual([])
    const second = await append([entry(inLisbon)])
    expect(second.warnings).toMatchObject([
      { type: 'contradiction', entryIds: [first.entries[0]!.id, second.entries[0]!.id] },
    ])
    const { entries } = await rest.get(`/personas/${personaId}/timeline?limit=200`)
    expect(entries.at(-1).id).toBe(second.entries[0]!.id)
  })

  it('warns of a contradiction within what is written at once, and of each but once', async () => {
    const filler = Array.from({ length: 60 }, (_, i) =>
      entry({ eventLabel: `Walk ${i}`, facts: 'I walked along the shore.' }),
    )
    const { entries, warnings } = await append([entry(), ...filler, entry(inLisbon)])
    expect(warnings.map(({ entryIds }) => entryIds)).toEqual([[entries[0]!.id, entries.at(-1)!.id]])
  })

  it('warns of what a correction contradicts, but not of what it corrects', async () => {
    const { entries } = await append([entry()])
    const { warnings: none } = await supersede(entries[0]!.id, entry(inLisbon))
    expect(none).toEqual([])
    const { warnings } = await append([entry()])
    expect(warnings).toHaveLength(1)
  })

  it('says nothing where that is switched off, and knows of it afterwards', async () => {
    await configure({ onWrite: false })
    expect((await append([entry(), entry(inLisbon)])).warnings).toEqual([])
    await configure({ onWrite: true })
    const { entries, warnings } = await append([
      entry({ eventLabel: 'The move', facts: 'In 2010 I lived in Madrid.' }),
    ])
    expect(warnings.length).toBeGreaterThan(0)
    expect(about(warnings, ...entries)).toEqual(warnings)
  })
})

describe('on answers', () => {
  it('an answer against the timeline is an issue, flagged and never stored', async () => {
    const { entries } = await append([entry()])
    const before = (await rest.get(`/personas/${personaId}/timeline?limit=200`)).entries.length
    await check()
    answer = 'In 2010 I lived in Lisbon.'
    const { issues, consolidation, turnId } = await ask('Where did you live in 2010?')
    expect(issues).toMatchObject([
      { type: 'response_contradiction', entryIds: [entries[0]!.id], dismissedAt: null },
    ])
    const spoken = issues[0]!.spans.find((span) => span.turnId === turnId)!
    expect(answer.slice(spoken.start, spoken.end)).toBe(spoken.text)
    expect(consolidation).toMatchObject({ action: 'flag', entryId: null, issues })
    const { entries: after } = await rest.get(`/personas/${personaId}/timeline?limit=200`)
    expect(after).toHaveLength(before)
    // The report shows it at once, and so does the next one.
    expect((await latest())!.issues.map(({ id }) => id)).toContain(issues[0]!.id)
    expect((await check()).issues.map(({ id }) => id)).toContain(issues[0]!.id)
  })

  it('an answer against an earlier one of the session is an issue, in another session not', async () => {
    answer = 'In 2010 I lived in Madrid.'
    const { sessionId } = await ask('Where did you live?', { remember: false })
    answer = 'In 2010 I lived in Lisbon.'
    const again = await ask('Where?', { sessionId, remember: false })
    expect(again.issues).toMatchObject([{ type: 'response_contradiction', entryIds: [] }])
    const elsewhere = await ask('Where?', { remember: false })
    expect(elsewhere.issues).toEqual([])
    expect(again.consolidation).toBeNull()
  })

  it('sees nothing that is dated later than the session', async () => {
    await append([entry({ knownAt: '2020-01-01' })])
    answer = 'In 2010 I lived in Lisbon.'
    const remember = false
    const early = await ask('Where?', { asOf: '2015-01-01T00:00:00Z', remember })
    expect(early.issues).toEqual([])
    const late = await ask('Where?', { asOf: '2021-01-01T00:00:00Z', remember })
    expect(late.issues).toHaveLength(1)
  })

  it('goes by a correction only from when it was known', async () => {
    const { entries } = await append([entry(inLisbon)])
    await supersede(entries[0]!.id, entry({ knownAt: '2020-01-01' }))
    answer = 'In 2010 I lived in Lisbon.'
    const remember = false
    const early = await ask('Where?', { asOf: '2015-01-01T00:00:00Z', remember })
    expect(early.issues).toEqual([])
    const late = await ask('Where?', { remember })
    expect(late.issues).toHaveLength(1)
  })

  it('takes no evasion for a contradiction', async () => {
    await append([entry({ memoryType: 'shame', memoryStrength: 90 })])
    answer = 'In 2010 I lived in Lisbon.'
    const { issues } = await ask('The harbour in Oslo?', { remember: false })
    expect(issues).toEqual([])
  })

  it('flags what the interviewer says against the timeline', async () => {
    await append([entry()])
    answer = 'Oh.'
    const { issues, consolidation } = await ask('In 2010 you lived in Lisbon.')
    expect(issues).toEqual([])
    expect(consolidation).toMatchObject({ action: 'flag', issues: [{}] })
  })

  it('says nothing where that is switched off', async () => {
    await append([entry()])
    await configure({ onAnswers: false })
    answer = 'In 2010 I lived in Lisbon.'
    const { issues } = await ask('Where?', { remember: false })
    expect(issues).toEqual([])
  })
})

describe('a language model that is asked to judge', () => {
  const unruly = [
    entry({ eventLabel: 'The old saxophone', facts: 'My saxophone is tuned a full tone low.' }),
    entry({ eventLabel: 'The old saxophone again', facts: 'That saxophone never once went flat.' }),
  ]
  beforeEach(() => configure({ useModel: true }))

  it('may add what the rules leave open, quoted word for word', async () => {
    const { entries } = await append(unruly)
    const pair = {
      first: 'tuned a full tone low',
      second: 'never once went flat',
      explanation: 'It is low and never was.',
    }
    // It is asked about several pairs, and only one of them holds both quotes.
    const contradictions = Array.from({ length: 12 }, (_, i) => ({ pair: i + 1, ...pair }))
    judgement = JSON.stringify({ contradictions })
    const issues = about((await check()).issues, ...entries)
    expect(issues).toMatchObject([
      { type: 'contradiction', severity: 'warning', explanation: 'It is low and never was.' },
    ])
    expect(issues[0]!.spans.map(({ text }) => text)).toEqual([pair.first, pair.second])
  })

  it('leaves what the rules found when it fails', async () => {
    const { entries } = await append([...unruly, entry(), entry(inLisbon)])
    judgement = 'no idea'
    const { issues } = await check()
    expect(about(issues, ...entries)).toHaveLength(1)
    expect(rest.bugs.splice(0)).toMatchObject([{ error: { code: 'model_failed' } }])
  })
})

describe('the schedule', () => {
  const waitForReport = async (id: string, after?: string) => {
    for (let i = 0; i < 500; i++) {
      const report = await latest(id)
      if (report && report.checkedAt !== after) return report
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error('There never was a check')
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve, 100))

  it('checks everybody once, and then only who changed since', async () => {
    const other = await aPersona('Ada')
    await configure({ schedule: 'daily' })
    const first = { maya: await waitForReport(personaId), ada: await waitForReport(other) }
    await configure({ schedule: 'daily' })
    await settle()
    expect(await latest(personaId)).toEqual(first.maya)

    const { entries } = await append([entry(), entry(inLisbon)])
    rest.pass(8 * DAY)
    await configure({ schedule: 'daily' })
    const second = await waitForReport(personaId, first.maya.checkedAt)
    expect(about(second.issues, ...entries)).toHaveLength(1)
    await settle()
    expect(await latest(other)).toEqual(first.ada)
    // Eight days passed: caught up once.
    const { events } = await rest.get('/usage/events?type=persona_consistency_check')
    const ofMaya = events.filter((event: { data: object }) =>
      Object.values(event.data).includes(personaId),
    )
    expect(ofMaya).toHaveLength(2)
  })

  it('checks nobody where it is off', async () => {
    await configure({ schedule: 'off' })
    await settle()
    expect(await latest()).toBeNull()
  })
})

describe('the reports of the workspace', () => {
  it('are those with an open issue, a page at a time', async () => {
    const ids = [personaId, await aPersona('Ada'), await aPersona('Noor')]
    for (const id of ids) {
      await append([entry(), entry(inLisbon)], id)
      rest.pass(1000)
      await check(id)
    }
    await check(await aPersona('Kim'))
    const page = await rest.get('/consistency-checks?limit=2')
    type Listed = { personaId: string; personaName: string; openIssues: number }
    expect(page.reports.map((one: Listed) => one.personaId)).toEqual([ids[2], ids[1]])
    expect(page.reports[0]).toMatchObject({ personaName: 'Noor Chen', openIssues: 1 })
    const second = await rest.get(`/consistency-checks?limit=2&cursor=${page.nextCursor}`)
    expect(second).toMatchObject({ reports: [{ personaId }], nextCursor: null })
    await dismiss((await latest())!.issues[0]!.id, true)
    const { reports } = await rest.get('/consistency-checks')
    expect(reports.map((one: Listed) => one.personaId)).toEqual([ids[2], ids[1]])
  })
})

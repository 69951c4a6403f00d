import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type {
  DomainEstimates,
  Evidence,
  MeasureEstimate,
} from '../../src/shared/contract/evidence.ts'
import type { ChoiceModel, PriceModel } from '../../src/shared/contract/evidence-models.ts'
import { questionTypes } from '../../src/shared/contract/questions.ts'
import type { Run, Task, TaskList, TaskResults } from '../../src/shared/contract/runs.ts'
import { importStudy, openTestEngine, runStudy, type TestEngine } from '../helpers/test-engine.ts'

type Row = Record<string, string>

let engine: TestEngine
let run: Run
let evidence: Evidence
let rows: Row[]
let codebook: Row[]
let report: string

beforeAll(async () => {
  engine = await openTestEngine()
  const file = readFileSync('test/fixtures/every-type/study.yaml', 'utf8')
  run = await runStudy(engine, await importStudy(engine, { file }))
  evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
  rows = parse(await exported('table'), { columns: true })
  codebook = parse(await exported('codebook'), { columns: true })
  report = await exported('html')
}, 120_000)
afterAll(() => engine.close())

async function exported(format: string): Promise<string> {
  const request = new Request(`http://localhost/runs/${run.id}/export?format=${format}`)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.status).toBe(200)
  return answer.text()
}

const question = (id: string) => evidence.questions.find(({ questionId }) => questionId === id)!
const columnsOf = (id: string) =>
  codebook.map(({ column }) => column!).filter((name) => name.startsWith(`${id}.`))

/** Σwy / Σw over the rows that `pick` has a number for. */
function weighted(pick: (row: Row) => number | undefined, condition?: string): number {
  const counted = rows.flatMap((row) => {
    const value = pick(row)
    const inside = condition === undefined || row['condition'] === condition
    return value === undefined || !inside ? [] : [{ weight: Number(row['weight']), value }]
  })
  const total = counted.reduce((sum, { weight }) => sum + weight, 0)
  return counted.reduce((sum, { weight, value }) => sum + weight * value, 0) / total
}

/** What a column says of a valid answer; undefined where it is empty. */
const cell = (row: Row, column: string) => (row[column] === '' ? undefined : Number(row[column]))

/** The columns that hold each measure of a question, in its order. */
const measureColumns: Readonly<Record<string, (name: string) => boolean>> = {
  rank: (name) => /\.\d+_/.test(name),
  allocation: (name) => /\.\d+_/.test(name),
  matrix: (name) => /\.\d+_/.test(name),
  maxdiff: (name) => /\.\d+_/.test(name),
  conjoint: (name) => /\.\d+_/.test(name),
  price: (name) => name.includes('.accepts_'),
}

describe('the table of interviews', () => {
  it('has a row per interview, labelled, and a codebook of every column of its questions', () => {
    expect(rows).toHaveLength(80)
    expect(new Set(rows.map(({ label }) => label))).toEqual(
      new Set(['rehearsal, not evidence about people']),
    )
    const header = Object.keys(rows[0]!)
    expect(new Set(header).size).toBe(header.length)
    const ofQuestions = header.filter((name) => name.includes('.'))
    expect(codebook.map(({ column }) => column)).toEqual(ofQuestions)
    expect(header.join()).not.toMatch(/[{}]/)
    expect(new Set(codebook.map(({ type }) => type))).toEqual(new Set(questionTypes))
  })

  it.each([undefined, 'monthly', 'once'])('gives every estimate again, for %s', (condition) => {
    const domainOf = ({ overall, conditions }: Evidence['questions'][number]): DomainEstimates =>
      condition === undefined ? overall : conditions.find(({ value }) => value === condition)!
    let checked = 0
    const same = (found: MeasureEstimate, pick: (row: Row) => number | undefined) => {
      expect([found.name, found.estimate.estimate]).toEqual([
        found.name,
        expect.closeTo(weighted(pick, condition), 9),
      ])
      checked += 1
    }
    for (const one of evidence.questions) {
      const isMeasure = measureColumns[one.type]
      if (!isMeasure) continue
      const columns = columnsOf(one.questionId).filter(isMeasure)
      const { measures } = domainOf(one)
      expect(columns).toHaveLength(measures!.length)
      measures!.forEach((measure, i) => same(measure, (row) => cell(row, columns[i]!)))
    }
    const chosen = columnsOf('reasons').filter((name) => /\.\d+_/.test(name))
    domainOf(question('reasons')).shares!.forEach(({ label, share }, i) =>
      same({ name: label, estimate: share } as MeasureEstimate, (row) => cell(row, chosen[i]!)),
    )
    const [recommend] = domainOf(question('recommend')).measures!
    same(recommend!, (row) => {
      const point = cell(row, 'recommend.value')
      return point === undefined ? undefined : point >= 9 ? 100 : point <= 6 ? -100 : 0
    })
    for (const measure of domainOf(question('plan')).measures!) {
      const column = columnsOf('plan').find((name) => name.endsWith(slug(measure.group!)))!
      same(measure, (row) =>
        row[column] === ''
          ? undefined
          : measure.isShare
            ? Number(row[column] === measure.label)
            : Number(row[column]),
      )
    }
    expect(checked).toBe(5 + 4 + 4 + 6 + 7 + 5 + 5 + 1 + 6)
  })

  it('keeps what was shown and chosen, so that others can fit models to it', () => {
    for (const row of rows.filter((one) => one['offers.status'] === 'valid'))
      for (let i = 1; i <= 6; i += 1) {
        const chosen = Number(row[`offers.choice${i}_chosen`])
        expect(chosen).toBeGreaterThanOrEqual(0)
        expect(chosen).toBeLessThanOrEqual(3)
        expect(row[`offers.choice${i}_profile3`]).toMatch(/^\d\d € \| \d0 km \| At /)
      }
    const best = rows.find((row) => row['features.status'] === 'valid')!
    expect(best['features.set1_shown']!.split(' | ')).toContain(best['features.set1_best'])
  })
})

describe('answers in words', () => {
  let tasks: Task[]
  let results: TaskResults[]
  beforeAll(async () => {
    ;({ tasks } = await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?limit=200`))
    results = await Promise.all(
      tasks.map(({ id }) => engine.call<TaskResults>('GET', `/tasks/${id}/results`)),
    )
  })
  const wordsOf = (id: string, condition?: string) =>
    results
      .filter(({ task }) => condition === undefined || task.condition === condition)
      .flatMap(({ results: answers }) => answers)
      .filter(({ questionId, status }) => questionId === id && status === 'valid')
      .map(({ words }) => words)

  it('are never raw values, and filled in as they were shown', () => {
    for (const { words } of results.flatMap(({ results: answers }) => answers))
      expect(words).not.toMatch(/\{\{|\[object|undefined|null/)
    const monthly = wordsOf('reasons', 'monthly').join()
    expect(monthly).toContain('A price paid by the month')
    expect(monthly).not.toContain('all at once')
    expect(wordsOf('beliefs').join()).toMatch(/Answered “(Yes|No|\(no answer\))”: I would do it/)
  })

  it.each([
    ['budget', /^[\d.]+ to .+, [\d.]+ to /],
    ['matters', /^1\. .+, 2\. .+, 5\. /],
    ['features', /^best .+, worst .+; best /],
    ['offers', /^(none|\d\d €, \d0 km, At [a-z ]+); /],
    ['price', /^(up to \d\d €|none accepted)$/],
    ['minutes', /^\d+ minutes$/],
    ['plan', /(^|; )daysAWeek: \d; season: [a-z ]+; withChildren: (true|false)/],
    ['beliefs', /^It is safe in traffic: .+; It is quick: (Strongly |Neither )?(dis)?agree/i],
  ])('of %s read well', (id, shape) => {
    const words = wordsOf(id)
    expect(words.length).toBeGreaterThan(50)
    for (const each of words) expect(each).toMatch(shape)
  })

  it('stand beside each task behind a mark, as many as the mark counts', async () => {
    const behind = async (query: Record<string, string>) => {
      const search = new URLSearchParams({ ...query, limit: '200' })
      return (await engine.call<TaskList>('GET', `/runs/${run.id}/tasks?${search}`)).tasks
    }
    for (const { questionId, overall } of evidence.questions) {
      for (const { value, share } of overall.shares ?? []) {
        const found = await behind({ questionId, value })
        const expected = Math.round(share.estimate! * 80) > 0
        if (expected) expect(found.length).toBeGreaterThan(0)
        expect(found.every(({ answer }) => answer!.status === 'valid')).toBe(true)
      }
      expect(await behind({ questionId, value: '__valid' })).toHaveLength(overall.n)
    }
    const chosen = question('reasons').overall.shares![1]!
    const riders = await behind({ questionId: 'reasons', value: chosen.value })
    expect(riders).toHaveLength(
      rows.filter((row) => row['reasons.2_safe_paths_all_the_way'] === '1').length,
    )
    for (const { answer } of riders) expect(answer!.words).toContain('Safe paths')
    for (const { value } of question('price').overall.measures!)
      expect(await behind({ questionId: 'price', value })).toHaveLength(
        rows.filter((row) => row[`price.accepts_${value}`] === '1').length,
      )
  })
})

describe('evidence and report', () => {
  it('show no braces of variables', () => {
    const shown = evidence.questions.flatMap(({ text, overall, comparisons }) => [
      text,
      ...(overall.shares ?? []).map(({ label }) => label),
      ...(overall.measures ?? []).map(({ label }) => label),
      ...comparisons.map(({ sentence }) => sentence),
    ])
    expect(shown.join('\n')).not.toMatch(/[{}]/)
    expect(shown).toContain('A price paid [how]')
    expect(report).not.toMatch(/\{\{/)
  })

  it('draw and list every measure of every question under the rehearsal label', () => {
    const pictures = report.match(/<svg[\s\S]*?<\/svg>/g) ?? []
    for (const picture of pictures)
      expect(picture).toMatch(/<text[^>]*>\s*rehearsal, not evidence about people\s*<\/text>/)
    for (const { type, text, overall } of evidence.questions) {
      if (type === 'open') continue
      const own = pictures.filter((picture) => picture.includes(`of ${text}`))
      expect([type, own.length > 0]).toEqual([type, true])
      for (const { label } of overall.measures ?? []) expect(report).toContain(label)
    }
    expect(report).not.toMatch(/NaN|undefined|Infinity|\[object/)
  })
})

describe('models of choice and price', () => {
  const choiceModel = (id: string) => question(id).overall.model as ChoiceModel

  it('come to what the exported table comes to: the best price and what it earns', () => {
    const model = question('price').overall.model as PriceModel
    const earned = model.prices.map(({ price }) => {
      const share = weighted((row) => cell(row, `price.accepts_${price}`))
      return { price, revenue: price * share }
    })
    model.prices.forEach(({ revenue }, i) =>
      expect(revenue.estimate).toBeCloseTo(earned[i]!.revenue, 9),
    )
    const best = earned.toSorted((a, b) => b.revenue - a.revenue)[0]!
    expect(model.best!.price).toBe(best.price)
    expect(model.start.counts.reduce((sum, { n }) => sum + n, 0)).toBe(question('price').overall.n)
  })

  it('turn places into Borda scores and worths that sum to 1', () => {
    const { items } = choiceModel('matters')
    for (const { name, borda } of items) {
      const place = question('matters').overall.measures!.find((one) => one.name === name)!
      expect(borda!.estimate).toBeCloseTo(items.length - place.estimate.estimate!, 9)
    }
    for (const id of ['matters', 'features'])
      expect(
        choiceModel(id).items.reduce((sum, { share }) => sum + share!.estimate!, 0),
      ).toBeCloseTo(1, 9)
  })

  it('choose each level as often as the exported choices do, by weight', () => {
    const { items, none } = choiceModel('offers')
    const worth = new Map(items.map(({ label, utility }) => [label, utility.estimate!]))
    const gap = new Map(items.map(({ label }) => [label, 0]))
    for (const row of rows)
      for (let task = 1; row[`offers.choice${task}_chosen`]; task++) {
        const profiles = [1, 2, 3].map((at) =>
          row[`offers.choice${task}_profile${at}`]!.split(' | '),
        )
        const odds = profiles.map((levels) =>
          Math.exp(levels.reduce((sum, level) => sum + worth.get(level)!, 0)),
        )
        const sum =
          odds.reduce((total, each) => total + each, 0) +
          (none === null ? 0 : Math.exp(none.estimate!))
        profiles.forEach((levels, at) => {
          const chosen = row[`offers.choice${task}_chosen`] === String(at + 1) ? 1 : 0
          for (const level of levels)
            gap.set(level, gap.get(level)! + Number(row['weight']) * (chosen - odds[at]! / sum))
        })
      }
    // The likelihood equations, but for the ridge, which is not needed here.
    expect(choiceModel('offers').regularised).toBe(false)
    for (const { name, label, group } of items) {
      const own = items.filter((item) => item.group === group)
      const mean = own.reduce((total, item) => total + gap.get(item.label)!, 0) / own.length
      expect([name, Math.abs(gap.get(label)! - mean) < 1e-5]).toEqual([name, true])
    }
  })

  it('say in words what they come to, here and in the report, as a rehearsal', () => {
    for (const id of ['matters', 'features', 'offers', 'price']) {
      const { model } = question(id).overall
      expect(model!.sentence).toMatch(/^In this rehearsal: /)
      expect(report).toContain(model!.sentence)
    }
  })
})

describe('a run of three people', () => {
  it('shows that there are too few, and no number that cannot be', async () => {
    const file = parseYaml(readFileSync('test/fixtures/every-type/study.yaml', 'utf8')) as {
      personas: { inline: object[] }
    }
    file.personas.inline = file.personas.inline.slice(2, 5)
    const { id } = await runStudy(engine, await importStudy(engine, { file }))
    const few = await engine.call<Evidence>('GET', `/runs/${id}/evidence`)
    // Six interviews, but three personas: everyone is too few as well.
    for (const { overall, conditions } of few.questions)
      for (const { measures = [] } of [overall, ...conditions])
        for (const { estimate } of measures)
          expect(estimate).toMatchObject({ estimate: null, size: 'suppressed' })
    const small = few.warnings.filter(({ code }) => code === 'small_cells')
    expect(small).toMatchObject([{ questionId: null }])
    expect(small[0]!.message).toMatch(/^In 13 questions alike\. City, Village/)
    const request = new Request(`http://localhost/runs/${id}/export?format=html`)
    const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
    const text = await answer.text()
    expect(text).toContain('fewer than 5 personas')
    expect(text).not.toMatch(/NaN|undefined|Infinity|\[object/)
  })
})

const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')

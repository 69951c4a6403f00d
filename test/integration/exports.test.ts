import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import readExcel from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportFormats, type Evidence } from '../../src/shared/contract/evidence.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import { choiceModelOf, modelEstimates, priceModelOf } from '../../src/shared/model-estimates.ts'
import { EngineError } from '../../src/main/engine/errors.ts'
import type { ChatModel } from '../../src/main/engine/models/chat-model.ts'
import {
  importStudy,
  openTestEngine,
  runSmallStudy,
  runStudy,
  type TestEngine,
} from '../helpers/test-engine.ts'

type Row = Record<string, string>
type Named = { id: string; label: string }
type Cells = Record<string, string | number | null>

type ExportFormat = (typeof exportFormats)[number]

const REHEARSAL = 'rehearsal, not evidence about people'

let engine: TestEngine
let run: Run
let evidence: Evidence
let interviews: Row[]
let results: Row[]

beforeAll(async () => {
  engine = await openTestEngine()
  run = await launch(readFileSync('test/fixtures/every-type/study.yaml', 'utf8'))
  evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
  interviews = parse(await (await exported('table')).text(), { columns: true })
  results = parse(await (await exported('results')).text(), { columns: true })
}, 120_000)
afterAll(() => engine.close())

const launch = async (file: string | object) =>
  runStudy(engine, await importStudy(engine, { file }))

async function exported(format: string, runId = run.id): Promise<Response> {
  const request = new Request(`http://localhost/runs/${runId}/export?format=${format}`)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.status).toBe(200)
  return answer
}

async function parquet(format: string) {
  const file = await (await exported(format)).arrayBuffer()
  const metadata = parquetMetadata(file)
  const about = Object.fromEntries(
    metadata.key_value_metadata!.map(({ key, value }) => [key, JSON.parse(value!)]),
  )
  return { rows: (await parquetReadObjects({ file })) as Cells[], metadata, about }
}

describe('every format', () => {
  const begins: Record<ExportFormat, [type: string, name: string, begin: string]> = {
    html: ['text/html; charset=utf-8', 'report.html', '<!doctype html>'],
    pdf: ['application/pdf', 'report.pdf', '%PDF-1.7'],
    xlsx: [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'results.xlsx',
      'PK\u0003\u0004',
    ],
    table: ['text/csv; charset=utf-8', 'interviews.csv', 'study,run,taskId'],
    codebook: ['text/csv; charset=utf-8', 'codebook.csv', 'column,question'],
    results: ['text/csv; charset=utf-8', 'results.csv', 'questionId,question'],
    comparisons: ['text/csv; charset=utf-8', 'comparisons.csv', 'questionId,question,by,a,'],
    associations: [
      'text/csv; charset=utf-8',
      'associations.csv',
      'questionId,question,by,option,test,',
    ],
    themes: ['text/csv; charset=utf-8', 'themes.csv', 'questionId,question,themeId,theme,'],
    csv: ['text/csv; charset=utf-8', 'answers.csv', 'study,run,taskId'],
    jsonl: ['application/x-ndjson', 'answers.jsonl', '{"study":'],
    parquet: ['application/vnd.apache.parquet', 'interviews.parquet', 'PAR1'],
    'parquet-answers': ['application/vnd.apache.parquet', 'answers.parquet', 'PAR1'],
    sav: ['application/x-spss-sav', 'interviews.sav', '$FL2@(#) SPSS DATA FILE'],
    dta: ['application/x-stata-dta', 'interviews.dta', '<stata_dta><header><release>118'],
    r: ['text/x-r; charset=utf-8', 'main-table.R', '# A bicycle'],
    zip: ['application/zip', 'evidence.zip', 'PK\u0003\u0004'],
    manifest: ['application/json', 'manifest.json', '{'],
  }

  it.each(exportFormats)('is a file of its own: %s', async (format) => {
    const [type, name, begin] = begins[format]
    const answer = await exported(format)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="a-bicycle-with-a-motor-for-the-way-to-work-run-1-${name}"`,
    )
    const file = Buffer.from(await answer.arrayBuffer())
    expect(file.toString('latin1').startsWith(begin)).toBe(true)
  })
})

describe('results', () => {
  it('has every estimate of everyone, each cohort and each condition', () => {
    const counted = evidence.questions.reduce((sum, { overall, segments, conditions, themes }) => {
      const of = (one: typeof overall) =>
        (one.shares?.length ?? 0) +
        (one.mean ? 1 : 0) +
        (one.median ? 1 : 0) +
        (one.quartiles ? 2 : 0) +
        (one.measures?.length ?? 0) +
        modelEstimates(one).length
      return (
        sum +
        themes.length +
        [overall, ...segments, ...conditions].reduce((n, one) => n + of(one), 0)
      )
    }, 0)
    expect(results).toHaveLength(counted)
    expect(new Set(results.map(({ label }) => label))).toEqual(new Set([REHEARSAL]))
    const keys = results.map((row) =>
      [row['questionId'], row['by'], row['groupValue'], row['statistic'], row['name']].join('|'),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the R script', () => {
  it('has a line for every estimate, and is ASCII but for its comments', async () => {
    const answer = await exported('r')
    expect(answer.headers.get('content-disposition')).toMatch(/-run-1-main-table\.R"$/)
    const script = await answer.text()
    expect(script).toContain(
      'svydesign(ids = ~personaId, strata = ~cohort, weights = ~weight, data = x, nest = TRUE)',
    )
    expect(script).toContain('options(survey.lonely.psu = "adjust")')
    expect(script).toContain(`cat("${REHEARSAL}", `)
    const code = script.split('\n').filter((line) => !line.startsWith('#'))
    expect(code.join('\n')).toMatch(/^[\n\x20-\x7e]*$/)
    const lines = code.filter((line) =>
      /^(share|average|quantiles|median_point|theme)\("/.test(line),
    )
    const computed = results.filter(({ statistic }) => statistic !== 'model')
    const wanted = computed.map((row) => [row['questionId'], row['statistic'], row['name']].join())
    expect(lines).toHaveLength(new Set(wanted).size)
    const columns = Array.from(script.matchAll(/(?:text|number)\("([^"]+)"\)/g), ([, name]) => name)
    for (const column of columns) expect(Object.keys(interviews[0]!)).toContain(column)
  })

  it('keeps a line break in a question from becoming code', async () => {
    const { id } = await launch(readFileSync('test/fixtures/exports/odd-names.yaml', 'utf8'))
    const script = await (await exported('r', id)).text()
    expect(script).toContain('# Which one? Two lines, and a "quote" # not a comment\n')
    expect(script).toContain('text("all.value") == "C:\\\\back\\\\slash"')
  })
})

describe('themes', () => {
  const open = () => evidence.questions.find(({ type }) => type === 'open')!

  it('stand beside the answers, and come to the shares that evidence tells', async () => {
    const { questionId, themes } = open()
    const column = `${questionId}.theme`
    const answered = interviews.filter((row) => row[`${questionId}.status`] === 'valid')
    expect(answered.every((row) => row[column] !== '')).toBe(true)
    const rest = interviews.filter((row) => row[`${questionId}.status`] !== 'valid')
    expect(rest.every((row) => row[column] === '')).toBe(true)
    const total = answered.reduce((sum, row) => sum + Number(row['weight']), 0)
    for (const { label, share } of themes) {
      const with_ = answered.filter((row) => row[column] === label)
      const weight = with_.reduce((sum, row) => sum + Number(row['weight']), 0)
      expect(weight / total).toBeCloseTo(share.estimate!, 10)
    }
    const answers: Row[] = parse(await (await exported('csv')).text(), { columns: true })
    const themeOf = new Map(interviews.map((row) => [row['taskId'], row[column]]))
    for (const row of answers)
      expect(row['theme']).toBe(row['questionId'] === questionId ? themeOf.get(row['taskId']) : '')
  })

  it('follow the codebook of the user', async () => {
    const { questionId } = open()
    const { id: runId } = await launch(readFileSync('test/fixtures/every-type/study.yaml', 'utf8'))
    const book = `/runs/${runId}/codebooks/${questionId}`
    await engine.call('POST', book, {})
    const { themes } = await engine.call<{ themes: Named[] }>(
      'GET',
      `/runs/${runId}/themes/${questionId}`,
    )
    const [first, second] = themes as [Named, Named]
    const rename = (themeId: string, label: string) =>
      engine.call('POST', `${book}/edits`, { edit: { type: 'rename', themeId, label } })
    await rename(first.id, 'Money')
    // As answers without a theme are called.
    await rename(second.id, 'Other or unclear')
    const rows: Row[] = parse(await (await exported('table', runId)).text(), { columns: true })
    const found = new Set(rows.map((row) => row[`${questionId}.theme`]))
    expect(found).toContain('Money')
    expect(found).toContain(`Other or unclear (${second.id})`)
    expect(found).not.toContain(first.label)
  })
})

describe('the bundle', () => {
  it('is a folder with the same files as the other exports, and the evidence', async () => {
    const bytes = new Uint8Array(await (await exported('zip')).arrayBuffer())
    const files = unzipSync(bytes)
    const formats = ['html', 'manifest', 'table', 'codebook', 'csv', 'results'] as const
    for (const format of [...formats, 'comparisons', 'associations', 'themes', 'r']) {
      const answer = await exported(format)
      const [, name] = /filename="(.+)"/.exec(answer.headers.get('content-disposition')!)!
      expect([name, strFromU8(files[name!]!)]).toEqual([name, await answer.text()])
    }
    expect(JSON.parse(strFromU8(files['evidence.json']!))).toEqual(
      await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`),
    )
    const readMe = strFromU8(files['README.txt']!)
    expect(readMe).toContain(REHEARSAL.toUpperCase())
    for (const name of Object.keys(files)) if (name !== 'README.txt') expect(readMe).toContain(name)
  })
})

describe('SPSS', () => {
  it('knows which variables are one question with several answers', async () => {
    const file = Buffer.from(await (await exported('sav')).arrayBuffer())
    // Of a record "7, subtype 7": see "Multiple Response Sets Records" of the PSPP developers' guide.
    const at = file.indexOf(Buffer.from([7, 0, 0, 0, 7, 0, 0, 0, 1, 0, 0, 0]))
    const text = file.toString('utf8', at + 16, at + 16 + file.readInt32LE(at + 12))
    const [, label, members] = /^\$reasons=D1 1 (?:\d+) (.+\?) ([v\d ]+)\n$/.exec(text)!
    expect(label).toBe(evidence.questions.find(({ questionId }) => questionId === 'reasons')!.text)
    const names = Object.keys(interviews[0]!)
    expect(members!.split(' ').map((short) => names[Number(short.slice(1)) - 1])).toEqual(
      names.filter((name) => /^reasons\.\d/.test(name)),
    )
  })
})

describe('a run that nobody answered', () => {
  it('has files with their columns and no rows', async () => {
    const refusing: ChatModel = {
      name: 'gone',
      rehearsal: false,
      // oxlint-disable-next-line require-yield -- It fails before it says anything.
      async *stream() {
        throw new EngineError('model_failed', 'Gone')
      },
    }
    const other = await openTestEngine({ offline: refusing })
    const small = await runSmallStudy(other, { people: 3 })
    expect(small.status).toBe('failed')
    for (const [format, column] of [
      ['csv', 'turnId'],
      ['table', 'q.value'],
      ['comparisons', 'question'],
    ] as const) {
      const request = new Request(`http://localhost/runs/${small.id}/export?format=${format}`)
      const answer = await other.app.fetch(request, { principal: other.principal('cli') })
      const [header, ...rows] = parse(await answer.text()) as string[][]
      expect(header).toContain(column)
      expect(rows).toEqual([])
    }
    await other.close()
  })
})

describe('Parquet', () => {
  it('holds the interviews of the CSV with numbers as numbers', async () => {
    const { rows, metadata } = await parquet('parquet')
    const names = metadata.schema.slice(1).map(({ name }) => name)
    expect(names).toEqual(Object.keys(interviews[0]!))
    expect(rows).toHaveLength(interviews.length)
    rows.forEach((row, i) =>
      names.forEach((name) => {
        const text = interviews[i]![name]!.replace(/^'(?=[=+@-])/, '')
        expect([name, String(row[name] ?? '')]).toEqual([name, text])
      }),
    )
    expect(rows.every(({ label }) => label === REHEARSAL)).toBe(true)
    for (const name of ['weight', 'age', 'suits.value', 'budget.1_car', 'price.accepts_25'])
      expect([name, rows.some((row) => typeof row[name] === 'number')]).toEqual([name, true])
  })

  it('says what it is and what its columns and values mean', async () => {
    const { about, metadata } = await parquet('parquet')
    expect(about['workbench']).toMatchObject({
      run: 1,
      runs: 1,
      manifestHash: run.manifestHash,
      rehearsal: REHEARSAL,
      design: { unit: 'personaId', stratum: 'cohort', weight: 'weight' },
    })
    const variables = about['variables'] as { name: string }[]
    expect(variables).toHaveLength(metadata.schema.length - 1)
    expect(variables.find(({ name }) => name === 'suits.value')).toMatchObject({
      label: 'A bicycle with a motor would suit my way to work.',
      measure: 'ordinal',
      valueLabels: expect.arrayContaining([{ value: 5, label: 'Strongly agree' }]),
      missing: 'empty unless suits.status is valid',
    })
  })

  it('holds a row per answer, with the number where there is one', async () => {
    const { rows } = await parquet('parquet-answers')
    const csv: Row[] = parse(await (await exported('csv')).text(), { columns: true })
    expect(rows.map(({ turnId }) => turnId)).toEqual(csv.map(({ turnId }) => turnId))
    expect(rows.map(({ words }) => words ?? '')).toEqual(
      csv.map(({ words }) => words!.replace(/^'(?=[=+@-])/, '')),
    )
    const minutes = rows.filter((row) => row['questionId'] === 'minutes')
    for (const row of minutes)
      expect(row['number']).toBe(row['status'] === 'valid' ? Number(row['value']) : null)
  })
})

describe('the workbook', () => {
  const open = async (runId = run.id) =>
    readExcel(Buffer.from(await (await exported('xlsx', runId)).arrayBuffer()))

  it('says first what it is, and holds every estimate and interview', async () => {
    const sheets = await open()
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Read me',
      'Results',
      'Comparisons',
      'Associations',
      'Themes',
      'Quotes',
      'Choice models',
      'Prices',
      'Interviews',
      'Codebook',
    ])
    const [readMe, found] = sheets.map(({ data }) => data)
    const table = sheets.find(({ sheet }) => sheet === 'Interviews')!.data
    expect(readMe).toContainEqual(['Rehearsal', REHEARSAL])
    expect(readMe).toContainEqual(['Run', '1 of 1'])
    expect(readMe!.flat()).toContain(evidence.caveat)
    const [header, ...rows] = found!
    expect(rows).toHaveLength(results.length)
    const at = header!.indexOf('estimate')
    rows.forEach((row, i) => expect(row[at]).toBe(Number(results[i]!['estimate'])))
    expect(table).toHaveLength(interviews.length + 1)
    expect(table![0]).toEqual(Object.keys(interviews[0]!))
    const weight = table![0]!.indexOf('weight')
    table!.slice(1).forEach((row, i) => expect(row[weight]).toBe(Number(interviews[i]!['weight'])))
  })

  it('holds differences, tests, themes with quotes and models as evidence has them', async () => {
    const sheets = await open()
    const rowsOf = (name: string): Cells[] => {
      const [header, ...rows] = sheets.find(({ sheet }) => sheet === name)!.data
      return rows.map((row) =>
        Object.fromEntries(header!.map((column, i) => [String(column), row[i] as Cells[string]])),
      )
    }
    const { questions } = evidence
    const differences = questions.flatMap(({ comparisons }) => comparisons)
    expect(rowsOf('Comparisons').map((row) => row['difference'])).toEqual(
      differences.map(({ difference }) => difference.estimate),
    )
    const tests = questions.flatMap((question) => question.tests)
    expect(rowsOf('Associations').map(({ by, f, p }) => [by, f, p])).toEqual(
      tests.map(({ by, f, p }) => [by, f, p]),
    )
    const { themes } = questions.find(({ type }) => type === 'open')!
    const ofEveryone = rowsOf('Themes').filter(({ by }) => by === 'everyone')
    expect(ofEveryone.map(({ themeId, share, lower }) => [themeId, share, lower])).toEqual(
      themes.map(({ id, share }) => [id, share.estimate, share.lower]),
    )
    expect(rowsOf('Themes')).toHaveLength(themes.length * 5)
    expect(rowsOf('Quotes').map(({ quote }) => quote)).toEqual(
      themes.flatMap(({ quotes, dissenting }) =>
        [...quotes, ...dissenting].map(({ text }) => text),
      ),
    )
    const ranked = questions.find(({ type }) => type === 'rank')!
    const { items } = choiceModelOf(ranked.overall)!
    expect(
      rowsOf('Choice models')
        .filter((row) => row['questionId'] === ranked.questionId && row['by'] === 'everyone')
        .filter(({ quantity }) => quantity === 'utility, log odds')
        .map(({ item, estimate, lower, upper }) => [item, estimate, lower, upper]),
    ).toEqual(
      items.map(({ label, utility: { estimate, lower, upper } }) => [
        label,
        estimate,
        lower,
        upper,
      ]),
    )
    const priced = priceModelOf(questions.find(({ type }) => type === 'price')!.overall)!
    const prices = rowsOf('Prices').filter(({ by }) => by === 'everyone')
    expect(prices.map(({ price, revenue }) => [price, revenue])).toEqual(
      priced.prices.map(({ price, revenue }) => [price, revenue.estimate]),
    )
    const [best] = prices.filter(({ earnsMost }) => earnsMost === 'yes')
    expect(best!['price']).toBe(priced.best!.price)
  })

  it('keeps as text what begins like a formula', async () => {
    const file = {
      workbench: 1,
      name: '=1+1',
      personas: {
        inline: Array.from({ length: 6 }, (_, i) => ({
          firstName: ['=HYPERLINK(1)', '+1', '-2', '@x', '<&>"', 'Zoë 😀'][i],
          lastName: 'Berg',
          age: 30 + i,
          location: 'Leeds',
          baseOccupation: 'Nurse',
        })),
      },
      cohorts: [{ name: '=A1', criteria: { all: [] } }],
      population: {},
      skill: {
        name: 'Small',
        objective: 'Test',
        questions: [{ id: 'pick', type: 'single', text: '=2', options: ['=3', '-4'] }],
      },
    }
    const { id } = await launch(file)
    const table = (await open(id)).find(({ sheet }) => sheet === 'Interviews')!.data
    const [header, ...rows] = table
    const column = (name: string) => rows.map((row) => row[header!.indexOf(name)])
    expect(new Set(column('cohort'))).toEqual(new Set(['=A1']))
    expect(column('persona').map(String).toSorted()).toEqual(
      [
        '+1 Berg',
        '-2 Berg',
        '<&>" Berg',
        '=HYPERLINK(1) Berg',
        '@x Berg',
        'Zoë 😀 Berg',
      ].toSorted(),
    )
    for (const value of column('pick.value')) expect(['=3', '-4', null]).toContain(value)
  })
})

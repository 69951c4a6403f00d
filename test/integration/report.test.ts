import { readFileSync } from 'node:fs'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Evidence } from '../../src/shared/contract/evidence.ts'
import type { Run } from '../../src/shared/contract/runs.ts'
import type { Study } from '../../src/shared/contract/studies.ts'
import type { StoredValidation } from '../../src/shared/contract/validation.ts'
import { importStudy, openTestEngine, runStudy, type TestEngine } from '../helpers/test-engine.ts'

/** A part of a tagged PDF, as pdf.js tells it: content has no role. */
type Tag = { readonly role?: string; readonly alt?: string; readonly children?: readonly Tag[] }

let engine: TestEngine
let study: Study
let run: Run
let evidence: Evidence

beforeAll(async () => {
  engine = await openTestEngine()
  study = await importFile('test/fixtures/exports/odd-names.yaml')
  run = await runStudy(engine, study)
  evidence = await engine.call<Evidence>('GET', `/runs/${run.id}/evidence`)
}, 120_000)
afterAll(() => engine.close())

const importFile = (path: string) => importStudy(engine, { file: readFileSync(path, 'utf8') })

async function exported(format: 'html' | 'pdf', runId = run.id): Promise<Response> {
  const request = new Request(`http://localhost/runs/${runId}/export?format=${format}`)
  const answer = await engine.app.fetch(request, { principal: engine.principal('cli') })
  expect(answer.status).toBe(200)
  return answer
}

const escape = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

describe('the report as HTML', () => {
  let html: string
  beforeAll(async () => void (html = await (await exported('html')).text()))
  const sectionOf = (id: string) =>
    html.slice(html.indexOf(`<section id="${id}"`)).split('</section>')[0]!

  it('puts the answer and what it is worth on its first page', () => {
    const summary = /<header class="summary">([\s\S]*?)<\/header>/.exec(html)![1]!
    expect(summary).toContain(escape(evidence.headline))
    expect(summary).toContain(evidence.caveat)
    expect(summary).toContain('Not validated: no answers of people')
    expect(summary).toContain('Run 1 of 1')
    expect(summary.match(/<tr>/g)).toHaveLength(1 + evidence.questions.length)
  })

  it('has landmarks, a name for every section, a caption for every table, a title for every picture', () => {
    expect(html).toMatch(/<html lang="en">/)
    for (const landmark of ['<main>', '<nav aria-label="Contents">', '<footer>'])
      expect(html).toContain(landmark)
    const sections = Array.from(html.matchAll(/<section id="(.*?)" aria-labelledby="(.*?)">/g))
    expect(sections.length).toBeGreaterThan(evidence.questions.length + 5)
    for (const [, id, title] of sections) {
      expect(html).toContain(`<a href="#${id}">`)
      expect(html).toContain(`<h2 id="${title}">`)
    }
    expect(html.match(/<caption>/g)).toHaveLength(html.match(/<table>/g)!.length)
    for (const [svg] of html.matchAll(/<svg[^>]*>/g)) {
      expect(svg).toContain('role="img"')
      expect(svg).toMatch(/aria-label="[^"]+"/)
    }
  })

  it('has headings of which none skips a level', () => {
    const levels = Array.from(html.matchAll(/<h([1-6])[ >]/g), ([, level]) => Number(level))
    expect(levels[0]).toBe(1)
    levels.slice(1).forEach((level, i) => {
      expect(level).toBeGreaterThan(1)
      expect(level - levels[i]!).toBeLessThanOrEqual(1)
    })
  })

  it('lists every number of every question', () => {
    const tables = html.slice(html.indexOf('id="numbers"'))
    for (const { text } of evidence.questions)
      expect(tables).toContain(`. ${escape(text)} Estimate`)
    expect(tables).toMatch(/<td>\d+\u00a0% \[\d+; \d+\]<\/td>/)
  })

  it('shows what an open question is about, by group, with what was said', () => {
    const at = evidence.questions.findIndex(({ type }) => type === 'open')
    const question = evidence.questions[at]!
    const section = sectionOf(`question-${at + 1}`)
    expect(section).toContain(`aria-label="Themes of ${escape(question.text)}"`)
    const [theme] = question.themes
    expect(section).toContain(`<h3>${escape(theme!.label)}</h3>`)
    expect(section).toContain(escape(theme!.quotes[0]!.text))
    expect(section).toContain('rehearsal, not evidence about people')
    const { estimate, lower, upper } = theme!.share
    const told = [estimate, lower, upper].map((share) => String(Math.round(100 * share!)))
    expect(section).toContain(
      `<title>Everyone: ${told[0]} % (95 % interval ${told[1]} % to ${told[2]} %), n ${theme!.share.n}</title>`,
    )
    for (const { label } of [...question.segments, ...question.conditions])
      expect(section).toContain(`<title>${escape(label)}: `)
  })

  it('tests which answers go with cohort and condition, with how strongly', () => {
    const section = sectionOf('associations')
    const tests = evidence.questions.flatMap((question) => question.tests)
    expect(tests.length).toBeGreaterThan(3)
    expect(section.match(/<th scope="row">/g)).toHaveLength(tests.length)
    for (const { cramersV, f } of tests)
      expect(section).toMatch(
        new RegExp(`<td>${cramersV!.toFixed(2)}</td>\\s*<td>${f!.toFixed(2)} `),
      )
  })

  it('tells how it was made, from what, and how to repeat it', () => {
    for (const told of [
      'svydesign(ids = ~persona, strata = ~cohort, weights = ~weight, nest = TRUE)',
      `Degrees of freedom are personas less cohorts: ${12 - 2} for everyone`,
      'Korn, E. L., &amp; Graubard, B. I. (1998)',
      run.manifestHash,
      `npx workbench run replay ${run.id} --workspace`,
      'Nothing was changed in the study after this run was launched.',
    ])
      expect(html).toContain(told)
  })
})

describe('the report of a run among others', () => {
  it('says which of how many it is and what was changed since', async () => {
    const own = await importFile('test/fixtures/every-type/study.yaml')
    const first = await runStudy(engine, own)
    await engine.call('PATCH', `/studies/${own.id}`, { hypothesis: 'Another one', randomSeed: 99 })
    const second = await runStudy(engine, own)
    const [before, after] = await Promise.all(
      [first, second].map(async ({ id }) => (await exported('html', id)).text()),
    )
    expect(before).toContain('Run 1 of 2')
    expect(before).toContain('1 (this one)')
    expect(after).toContain('2 (this one)')
    expect(before).toContain('became “Another one”')
    expect(before).toMatch(/Random seed: “\d+” became “99”/)
    expect(after).toContain('Run 2 of 2')
    expect(after).toContain('Nothing was changed in the study after')
  }, 180_000)
})

describe('the report of a run that was validated', () => {
  it('says what was found beside people, first and in full', async () => {
    const own = await runStudy(engine, study)
    const counts = ['=1+1', '-2', 'Não — ≥ “quoted”'].map((value) => ({ value, count: 100 }))
    const { validation } = await engine.call<{ validation: StoredValidation }>(
      'POST',
      `/runs/${own.id}/validation`,
      { items: [{ questionId: 'all', counts }] },
    )
    const html = await (await exported('html', own.id)).text()
    const summary = /<header class="summary">([\s\S]*?)<\/header>/.exec(html)![1]!
    expect(summary).toContain(escape(validation.headline))
    const section = /<section id="validation"[\s\S]*?<\/section>/.exec(html)![0]
    expect(section).toContain('Against answers of people')
    expect(section).toContain(escape(validation.items[0]!.sentence))
    expect(section).toContain(`<td>${validation.items[0]!.verdict}</td>`)
    expect(section).not.toContain('Not validated')
    const { text } = await extractText(
      new Uint8Array(await (await exported('pdf', own.id)).arrayBuffer()),
      { mergePages: true },
    )
    expect(text.replaceAll(/\s+/g, ' ')).toContain('By question: effective n of people')
  }, 180_000)

  it('says first that the answers differ from people, whatever was found after that', async () => {
    const own = await runStudy(engine, study)
    const beside = async (...counts: number[]) => {
      const values = ['=1+1', '-2', 'Não — ≥ “quoted”']
      const body = {
        items: [
          { questionId: 'all', counts: values.map((value, i) => ({ value, count: counts[i] })) },
        ],
      }
      const path = `/runs/${own.id}/validation`
      return (await engine.call<{ validation: StoredValidation }>('POST', path, body)).validation
    }
    const bad = await beside(0, 0, 1000)
    const later = await beside(1, 1, 1)
    expect([bad, later].map(({ items }) => items[0]!.verdict)).toEqual(['differs', 'inconclusive'])
    const html = await (await exported('html', own.id)).text()
    const summary = /<header class="summary">([\s\S]*?)<\/header>/.exec(html)![1]!
    const [first, second] = [bad, later].map(({ headline }) =>
      summary.indexOf(escape(`Against answers of people: ${headline}`)),
    ) as [number, number]
    expect(first).toBeGreaterThan(-1)
    expect(second).toBeGreaterThan(first)
  }, 180_000)
})

describe('the report as PDF', () => {
  it('says on every page what it is, in text that can be searched', async () => {
    const answer = await exported('pdf')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
    const { info } = await getMeta(pdf)
    expect(info).toMatchObject({ Title: `${study.name}: evidence`, Language: 'en' })
    const { text: pages } = await extractText(pdf)
    expect(pages.length).toBeGreaterThan(4)
    pages.forEach((page, i) => {
      expect(page).toContain('Rehearsal, not evidence about people')
      expect(page).toContain(`${i + 1} of ${pages.length}`)
      expect(page).toContain(`Manifest ${run.manifestHash.slice(0, 12)}`)
    })
    const [first] = pages as [string]
    const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
    expect(flat(first)).toContain(flat(evidence.headline))
    for (const block of ['Answer', 'Before you rely on it', 'Each question in a line'])
      expect(first).toContain(block)
    const all = flat(pages.join('\n'))
    for (const { text } of evidence.questions) expect(all).toContain(flat(text))
    expect(all).toContain('Korn, E. L., & Graubard')
    const outline = await pdf.getOutline()
    expect(outline.map(({ title }) => title)).toContain('All numbers')
  })

  it('is tagged: every word and picture is part of what it is, in the order of reading', async () => {
    const bytes = new Uint8Array(await (await exported('pdf')).arrayBuffer())
    const pdf = await getDocumentProxy(bytes)
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const roles: string[] = []
    const alts: string[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const walk = ({ role, alt, children = [] }: Tag) => {
        if (role !== undefined) roles.push(role)
        if (role === 'Figure') alts.push(alt ?? '')
        children.forEach(walk)
      }
      walk((await page.getStructTree()) as Tag)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      let depth = 0
      for (const item of items) {
        if ('str' in item) expect([number, item.str, depth > 0]).toEqual([number, item.str, true])
        else depth += item.type === 'endMarkedContent' ? -1 : 1
      }
      expect(depth).toBe(0)
    }
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
    for (const role of ['H2', 'H3', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'BlockQuote'])
      expect(roles).toContain(role)
    for (const { text, type } of evidence.questions) {
      const [line] = text.split('\n') as [string]
      const what = type === 'open' ? 'Themes of ' : ''
      expect(alts.some((alt) => alt.includes(`${what}${line}`))).toBe(true)
    }
  })

  it('shows accents, Greek and Cyrillic, and counts what its font has not', async () => {
    const pdf = new Uint8Array(await (await exported('pdf')).arrayBuffer())
    const { text } = await extractText(pdf, { mergePages: true })
    for (const shown of ['größer', 'Não — ≥ “quoted”', '— α', 'Ünï']) expect(text).toContain(shown)
    // 日本語 is an option.
    expect(text).toContain('◊◊◊')
    expect(text).toMatch(/\d+ characters have no picture in the font/)
  })
})

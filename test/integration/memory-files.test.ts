import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemoryFile, ProposedMemory } from '../../src/shared/contract/memory-files.ts'
import type { TimelineAnswer } from '../../src/shared/contract/timeline.ts'
import { makePdf } from '../helpers/make-pdf.ts'
import { openRest, seed, type Rest } from '../helpers/rest.ts'

let rest: Rest
let personaId: string
let key: string
beforeAll(async () => {
  rest = await openRest()
  personaId = (await rest.get('/personas', { body: { seed: seed('Maya') } })).persona.id
  key = await rest.newKey('research')
})
afterAll(async () => {
  expect(rest.bugs).toEqual([])
  await rest.close()
})

type Content = string | Uint8Array
const form = (name: string, content: Content, field = 'file') => {
  const body = new FormData()
  body.append(field, new File([content as Uint8Array<ArrayBuffer>], name))
  return body
}

async function post(body: BodyInit, headers: Record<string, string> = {}) {
  const request = new Request(`http://localhost/personas/${personaId}/files`, {
    method: 'POST',
    body,
    headers: { 'x-api-key': key, ...headers },
  })
  const answer = await rest.engine.app.fetch(request, {})
  return {
    status: answer.status,
    body: (await answer.json()) as { file: MemoryFile; error: string },
  }
}
const bring = (name: string, content: Content) => post(form(name, content))

async function proposed(name: string, content: Content): Promise<MemoryFile> {
  const { status, body } = await bring(name, content)
  expect({ status, error: body.error }).toEqual({ status: 201, error: undefined })
  return body.file
}

const files = async () => (await rest.get(`/personas/${personaId}/files`)).files as MemoryFile[]
const brief = ({ entry, dateFrom, where }: ProposedMemory) => ({
  at: entry.eventAt,
  label: entry.eventLabel,
  dateFrom,
  where,
})

describe('what is proposed', () => {
  it('is one memory for each event of a text, dated by what the text says', async () => {
    const file = await proposed(
      'life.txt',
      'In 2004 I moved to Lyon for nursing school.\n\nOn 12 June 2010 I married Karim. I was happy.\nTwo years later our daughter was born.\n',
    )
    expect(file).toMatchObject({ name: 'life.txt', kind: 'text', status: 'proposed', memories: 3 })
    expect(file.proposals.map(brief)).toEqual([
      {
        at: '2004-07-01',
        label: 'I moved to Lyon for nursing school',
        dateFrom: 'text',
        where: 'line 1',
      },
      { at: '2010-06-12', label: 'I married Karim', dateFrom: 'text', where: 'line 3' },
      { at: '2012-06-11', label: 'Our daughter was born', dateFrom: 'neighbour', where: 'line 3' },
    ])
    expect(file.proposals[1]).toMatchObject({
      quote: 'On 12 June 2010 I married Karim. I was happy.',
      entry: { feelings: 'I was happy.', emotionTags: ['joy'], metadata: { file: 'life.txt' } },
    })
    expect(file.proposals[0]!.notes.join(' ')).toContain('Only the year is said')
  })

  it('takes dates from the headings of a markdown diary', async () => {
    const file = await proposed(
      'diary.md',
      '# 2015\n\n## 3 May\n\nWe *finally* got the keys.\n\n## 9 May\n\n- Painted the kitchen\n',
    )
    expect(file.proposals.map(brief)).toEqual([
      { at: '2015-05-03', label: 'We finally got the keys', dateFrom: 'heading', where: 'line 5' },
      { at: '2015-05-09', label: 'Painted the kitchen', dateFrom: 'heading', where: 'line 9' },
    ])
  })

  it('reads the columns of a table by their names, and says what it cannot use', async () => {
    const file = await proposed(
      'events.csv',
      'Date;Title;Description;Feelings;Meaning;Type;Strength;Tags\n' +
        '14.02.2012;A fall;I broke my arm on the ice.;Stupid.;Look down.;shame;80;pain, embarrassment\n' +
        '2013-05-01;A prize;"I won the ""golden"" bedpan.";;;;;\n' +
        'soon;A trip;We will go.;;;;;\n' +
        '2099-01-01;Mars;We landed.;;;;;\n' +
        'too;few\n',
    )
    expect(file.proposals.map(({ entry }) => entry)).toMatchObject([
      {
        eventAt: '2012-02-14',
        eventLabel: 'A fall',
        facts: 'I broke my arm on the ice.',
        feelings: 'Stupid.',
        interpretation: 'Look down.',
        memoryType: 'shame',
        memoryStrength: 80,
        emotionTags: ['pain', 'embarrassment'],
      },
      { eventAt: '2013-05-01', facts: 'I won the "golden" bedpan.', memoryType: 'pride' },
    ])
    expect(file.skipped).toEqual([
      { where: 'row 4', reason: '“soon” is no date that can be read.' },
      { where: 'row 5', reason: 'It lies in the future (2099-01-01).' },
      { where: 'row 6', reason: 'It has 2 columns where the head has 8.' },
    ])
  })

  it('reads the text of a PDF by its paragraphs, with the page each stands on', async () => {
    const footer = (page: number) => ['', '', `My memoir - page ${page}`]
    const file = await proposed(
      'memoir.pdf',
      makePdf([
        [
          { text: 'The early years', size: 18 },
          '',
          'In the summer of 1999 my grandfather taught me to',
          'sail on the lake. We capsized twice, and I was ter-',
          'rified at first.',
          '',
          'In 2001 he sold the boat because his hands',
          ...footer(1),
        ],
        ['had begun to shake.', '', 'In March 2003 he died.', ...footer(2)],
        ['On 4 May 2005 we scattered his ashes from the pier.', ...footer(3)],
      ]),
    )
    expect(file.kind).toBe('pdf')
    expect(file.proposals.map(brief)).toEqual([
      {
        at: '1999-07-15',
        label: 'My grandfather taught me to sail on the lake',
        dateFrom: 'text',
        where: 'page 1',
      },
      {
        at: '2001-07-01',
        label: 'He sold the boat because his hands had begun to shake',
        dateFrom: 'text',
        where: 'page 1',
      },
      { at: '2003-03-15', label: 'He died', dateFrom: 'text', where: 'page 2' },
      {
        at: '2005-05-04',
        label: 'We scattered his ashes from the pier',
        dateFrom: 'text',
        where: 'page 3',
      },
    ])
    const [sailing, boat] = file.proposals.map(({ entry }) => entry.facts)
    expect(sailing).toContain('I was terrified at first.')
    expect(boat).toBe('In 2001 he sold the boat because his hands had begun to shake.')
  })

  it.each<[string, Buffer]>([
    ['UTF-8 with a mark', Buffer.from('\ufeffIn 2004 I ate crème brûlée in Besançon.')],
    ['UTF-16 with a mark', Buffer.from('\ufeffIn 2004 I ate crème brûlée in Besançon.', 'utf16le')],
    ['UTF-16 without one', Buffer.from('In 2004 I ate crème brûlée in Besançon.', 'utf16le')],
    ['Windows-1252', Buffer.from('In 2004 I ate crème brûlée in Besançon.', 'latin1')],
  ])('understands %s', async (_, bytes) => {
    const { proposals } = await proposed('a.txt', new Uint8Array(bytes))
    expect(proposals[0]!.entry.facts).toBe('In 2004 I ate crème brûlée in Besançon.')
  })

  it('is at most a thousand, and how many are left out is said', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `2015-01-02,Walk ${i} took an hour\n`)
    const file = await proposed('many.csv', `date,what\n${rows.join('')}`)
    expect(file.memories).toBe(1000)
    expect(file.skipped.at(-1)!.reason).toContain('99000 rows more than the 1000')
  })

  it('is the same for the same file', async () => {
    const text = 'In 2004 I moved.\n\nWhen I was seven I broke a window and was ashamed.\n'
    const [a, b] = [await proposed('a.txt', text), await proposed('a.txt', text)]
    expect(b.proposals).toEqual(a.proposals)
    expect(b.sha256).toBe(a.sha256)
  })

  it('comes of a file of many megabytes', async () => {
    const paragraph = 'In 2004 I moved to Lyon and began again. '.repeat(20)
    const text = Array.from({ length: 12_000 }, (_, i) => `${i}. ${paragraph}\n\n`).join('')
    expect(text.length).toBeGreaterThan(9 * 1024 * 1024)
    const file = await proposed('long.txt', text)
    expect(file).toMatchObject({ memories: 1000, sizeBytes: text.length })
  })
})

describe('a file that cannot be read', () => {
  const text = (length: number) => new Uint8Array(length).fill(97)
  const pdf = makePdf([['In 2004 I moved to Lyon.']])
  it.each<[string, string, Content, number, RegExp]>([
    ['empty', 'a.txt', '', 400, /a\.txt is empty/],
    ['of white space', 'a.txt', ' \n\n ', 400, /nothing written/],
    ['too large', 'a.txt', text(50 * 1024 * 1024 + 1), 413, /larger than 50 MiB/],
    ['far too large', 'a.txt', text(52 * 1024 * 1024), 413, /larger than 50 MiB/],
    ['a picture by its content', 'a.txt', Buffer.from('89504e470d0a1a0a', 'hex'), 415, /PNG/],
    ['a document of Word', 'a.docx', Buffer.from('504b0304', 'hex'), 415, /zip/],
    ['of a kind that is not read', 'a.exe', 'In 2004 I moved.', 415, /not from \.exe/],
    ['bytes of no kind', 'a.txt', new Uint8Array(5000).map((_, i) => i % 7), 415, /no text/],
    ['a PDF by its name only', 'a.pdf', 'In 2004 I moved.', 415, /no PDF/],
    ['a PDF that is named otherwise', 'a.csv', pdf, 415, /is a PDF/],
    ['a PDF that is cut off', 'a.pdf', pdf.slice(0, 300), 400, /damaged|no text/],
    ['a PDF with a password', 'a.pdf', makePdf([['Secret']], { password: 'x' }), 400, /password/],
    ['a PDF of pictures alone', 'a.pdf', makePdf([[''], ['']]), 400, /seems to be a scan/],
    [
      'a table with an open quote',
      'a.csv',
      'date,what\n2004-01-01,"I moved\n',
      400,
      /never closed/,
    ],
  ])(
    'because it is %s is refused in words, and leaves nothing',
    async (_, name, content, status, words) => {
      const before = await files()
      const answer = await bring(name, content)
      expect({ status: answer.status, error: answer.body.error }).toEqual({
        status,
        error: expect.stringMatching(words),
      })
      expect(await files()).toEqual(before)
    },
  )

  it('is refused when it is no form, the wrong field, or two files', async () => {
    const two = form('a.txt', 'In 2004 I moved.')
    two.append('file', new File(['b'], 'b.txt'))
    const answers = [
      await post('In 2004', { 'content-type': 'text/plain' }),
      await post('In 2004', { 'content-type': 'multipart/form-data; boundary=x' }),
      await post(form('a.txt', 'In 2004', 'document')),
      await post(two),
    ]
    expect(answers.map(({ status }) => status)).toEqual([415, 400, 400, 400])
  })

  it('is refused to who may only read, and for nobody', async () => {
    const reader = await rest.newKey('read')
    const body = form('a.txt', 'In 2004 I moved.')
    expect((await post(body, { 'x-api-key': reader })).status).toBe(403)
    const nobody = await rest.ask(`/personas/${crypto.randomUUID()}/files`)
    expect(nobody.status).toBe(404)
  })
})

describe('keeping', () => {
  const timeline = async () =>
    ((await rest.get(`/personas/${personaId}/timeline`)) as TimelineAnswer).entries
  const keep = (id: string, entries: object[]) =>
    rest.ask(`/personas/${personaId}/files/${id}/keep`, { body: { entries } })

  it('adds the memories as they were edited, in order, once', async () => {
    const file = await proposed('a.txt', 'In 2004 I moved.\n\nIn 2005 I moved again.\n')
    const before = await timeline()
    const entries = file.proposals.map(({ entry }, i) => ({ ...entry, eventLabel: `Edited ${i}` }))
    const kept = await keep(file.id, entries)
    expect(kept.status).toBe(201)
    expect(await timeline()).toEqual([...before, ...kept.body.entries])
    expect(kept.body.entries).toMatchObject([
      { eventLabel: 'Edited 0', source: 'file', knownAt: '2004-07-01T00:00:00.000Z' },
      { eventLabel: 'Edited 1', source: 'file' },
    ])
    expect((await rest.get(`/personas/${personaId}/files/${file.id}`)).file).toMatchObject({
      status: 'kept',
      memories: 2,
      proposals: [],
    })
    expect((await keep(file.id, entries)).status).toBe(409)
    expect(await timeline()).toHaveLength(before.length + 2)
  })

  it('adds all or none, and once when asked twice at the same time', async () => {
    const file = await proposed('a.txt', 'In 2004 I moved.\n\nIn 2005 I moved again.\n')
    const before = (await timeline()).length
    const entries = file.proposals.map(({ entry }) => entry)
    const broken = await keep(file.id, [entries[0]!, { ...entries[1]!, facts: '' }])
    expect(broken.status).toBe(400)
    expect(await timeline()).toHaveLength(before)
    const both = await Promise.all([keep(file.id, entries), keep(file.id, entries)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(await timeline()).toHaveLength(before + 2)
  })

  it('discards a file, and not what was kept of it', async () => {
    const file = await proposed('a.txt', 'In 2004 I moved.\n')
    await keep(file.id, [file.proposals[0]!.entry])
    const before = (await timeline()).length
    const path = `/personas/${personaId}/files/${file.id}`
    expect((await rest.ask(path, { method: 'DELETE' })).status).toBe(200)
    expect((await rest.ask(path)).status).toBe(404)
    expect((await keep(file.id, [file.proposals[0]!.entry])).status).toBe(404)
    expect(await timeline()).toHaveLength(before)
  })

  it('records each file that was brought', async () => {
    const file = await proposed('a.txt', 'In 2004 I moved.\n')
    const { events } = await rest.get('/usage/events?type=file_upload&limit=1')
    expect(events[0].data).toMatchObject({ fileId: file.id, name: 'a.txt', memories: 1 })
  })

  it('answers a repeated upload with the same key as the first time', async () => {
    const body = await new Response(form('a.txt', 'In 2004 I moved.')).blob()
    const headers = { 'content-type': body.type, 'idempotency-key': crypto.randomUUID() }
    const [first, second] = [await post(body, headers), await post(body, headers)]
    expect(second).toEqual(first)
    expect(first.status).toBe(201)
  })
})

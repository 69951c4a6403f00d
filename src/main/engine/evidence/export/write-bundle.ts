import { Zip, ZipDeflate } from 'fflate'
import { aboutLines } from './data-table.ts'
import { bytesOf, type ExportFormat, type ExportSource, type Written } from './export-source.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Member = {
  readonly name: string
  readonly written: Written | Promise<Written>
}

/** What defends a run, by what each is for. */
const MEMBERS = {
  html: 'the report: open it in a browser',
  manifest: 'all that decided the answers: what repeats the run',
  table: 'the interviews, a row each',
  codebook: 'what the columns of the interviews hold',
  csv: 'every answer in words, a row each',
  results: 'every estimate with its interval',
  comparisons: 'every difference between groups',
  associations: 'every test of association',
  themes: 'what open answers are about',
  r: 'computes results, comparisons and associations from the interviews again',
} as const satisfies Partial<Record<ExportFormat, string>>

/**
 * A folder as a zip, in pieces: the report with everything it rests on.
 *
 * @param write  writes one format of the same run
 */
export async function* writeBundle(
  source: ExportSource,
  write: (format: keyof typeof MEMBERS) => Member,
): AsyncGenerator<Bytes> {
  const names = Object.keys(MEMBERS) as (keyof typeof MEMBERS)[]
  const members = names.map((format) => ({ ...write(format), about: MEMBERS[format] }))
  yield* zip(new Date(source.about.date), [
    { name: 'README.txt', written: readMe(source, members) },
    ...members,
    { name: 'evidence.json', written: `${JSON.stringify(source.evidence, null, 2)}\n` },
  ])
}

/** Nothing is held but what is being compressed. */
async function* zip(modified: Date, members: readonly Member[]): AsyncGenerator<Bytes> {
  let ready: Bytes[] = []
  const archive = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece as Bytes)
  })
  function* taken() {
    const pieces = ready
    ready = []
    yield* pieces
  }
  for (const { name, written } of members) {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = modified
    archive.add(file)
    for await (const piece of bytesOf(await written)) {
      file.push(piece)
      yield* taken()
    }
    file.push(new Uint8Array(), true)
    yield* taken()
  }
  archive.end()
  yield* taken()
}

function readMe(
  { record, about }: ExportSource,
  members: readonly { readonly name: string; readonly about: string }[],
): string {
  const script = members.find(({ name }) => name.endsWith('.R'))!.name
  const told = [
    ...members,
    { name: 'evidence.json', about: 'the evidence as the interface shows it' },
  ]
  return [
    about.study,
    ...aboutLines(about),
    '',
    ...told.map(({ name, about: what }) => `${name}\n    ${what}`),
    '',
    'To compute the numbers again, with R and its package survey, in this folder:',
    `    Rscript ${script}`,
    'To ask again from the manifest, without a network, and compare byte by byte:',
    `    npx workbench run replay ${record.run.id} --workspace <folder>`,
    '',
  ].join('\n')
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { blockContent, MARGIN_SIDE, QUIET, type Place } from './pdf-blocks.ts'
import { said, StructureElement, tagWhatIsDrawn } from './pdf-structure.ts'
import { charactersOf, Printable } from './printable.ts'
import type { Block, ReportDocument, Section } from './report-document.ts'

/** Points. */
const MARGIN = { side: MARGIN_SIDE, top: 58, foot: 54 }
const WARM = '#8a4700'

/** The report as a PDF: A4, a label and a page number on every page, pictures as vectors. */
export async function renderPdf(document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const fonts = robotoFiles()
  pdfmake.setFonts({ Roboto: fonts })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))
  tagWhatIsDrawn()
  const printable = new Printable(charactersOf(readFileSync(fonts.normal)))
  const definition = definitionOf(document, printable)
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer())
}

/** Roboto (Apache License 2.0) as pdfmake brings it: nothing is fetched. */
function robotoFiles() {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfmake/package.json'))
  const file = (name: string) => join(folder, 'fonts', 'Roboto', `Roboto-${name}.ttf`)
  return {
    normal: file('Regular'),
    bold: file('Medium'),
    italics: file('Italic'),
    bolditalics: file('MediumItalic'),
  }
}

function definitionOf(document: ReportDocument, printable: Printable): TDocumentDefinitions {
  const { title, kicker, label, summary, sections, source } = document
  const text = (plain: string) => printable.text(plain)
  const [shownTitle, shownLabel, shownSource] = [text(title), text(label ?? ''), text(source)]
  const root = new StructureElement('Document')
  const part = root.add('Part')
  const first = [
    { text: [said(text(kicker), part.add('P'))], style: 'small' },
    {
      text: [said(shownTitle, part.add('H1'))],
      style: 'title',
      ...bookmark(shownTitle, 'summary'),
    },
    ...together([], summary, { text, at: part }),
  ]
  const rest = sections.map((section, i) =>
    sectionContent(section, i === 0, { text, at: root.add('Sect') }),
  )
  const note = printable.missing > 0 ? [missingNote(printable.missing, part.add('P'))] : []
  const content: Content[] = [...first, ...note, ...rest]
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.foot],
    version: '1.7',
    // What a reader's software says aloud and shows in its window.
    language: 'en',
    displayTitle: true,
    tagged: true,
    info: { title: `${title}: evidence`, subject: kicker, creator: 'Persona Workbench' },
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: '#1f242c' },
    styles: STYLES,
    header: (page: number) => ({
      columns: [
        { text: page === 1 ? '' : shownTitle, color: QUIET, width: '*', noWrap: true },
        { text: shownLabel, color: WARM, width: 'auto', alignment: 'right' },
      ],
      fontSize: 8,
      margin: [MARGIN.side, 28, MARGIN.side, 0],
    }),
    footer: (page: number, pages: number) => ({
      columns: [
        { text: shownSource, width: '*' },
        { text: `${page} of ${pages}`, width: 'auto' },
      ],
      color: QUIET,
      fontSize: 8,
      margin: [MARGIN.side, 18, MARGIN.side, 0],
    }),
    content,
  }
}

const STYLES = {
  title: { fontSize: 20, bold: true, lineHeight: 1.1, margin: [0, 2, 0, 8] },
  section: { fontSize: 13, bold: true, lineHeight: 1.15, margin: [0, 16, 0, 4] },
  heading: { fontSize: 10.5, bold: true, margin: [0, 10, 0, 2] },
  subheading: { fontSize: 9.5, bold: true, color: QUIET, margin: [0, 6, 0, 0] },
  lead: { fontSize: 13, lineHeight: 1.2, margin: [0, 2, 0, 6] },
  small: { fontSize: 8.5, color: QUIET, margin: [0, 0, 0, 4] },
  keep: { fontSize: 8.5, margin: [0, 0, 0, 2] },
  body: { margin: [0, 2, 0, 4] },
} satisfies TDocumentDefinitions['styles']

function sectionContent({ id, title, blocks }: Section, isFirst: boolean, place: Place): Content {
  const shown = place.text(title)
  const head: Content = {
    text: [said(shown, place.at.add('H2'))],
    style: 'section',
    ...bookmark(shown, id),
  }
  return {
    stack: together([head], blocks, place),
    // The first page is the summary's.
    ...(isFirst ? { pageBreak: 'before' as const } : {}),
  }
}

/** Characters up to which a group is surely shorter than a page. */
const SHORT = 1500

/** Blocks with whatever leads in to them on the same page: a heading, a legend, a small line. */
function together(first: Content[], blocks: readonly Block[], place: Place): Content[] {
  const found: Content[] = []
  let leading = first
  for (const block of blocks) {
    leading = [...leading, blockContent(block, place)]
    if (leadsIn(block)) continue
    const isShort = JSON.stringify(block).length < SHORT || block.kind === 'figure'
    // A list or table of any length may go over pages; what is before it is kept with no more of it.
    found.push(...(isShort ? [{ stack: leading, unbreakable: true }] : leading))
    leading = []
  }
  return [...found, ...leading]
}

function leadsIn(block: Block): boolean {
  if (block.kind === 'text') return block.tone === 'small'
  return block.kind === 'heading' || block.kind === 'legend'
}

/** An entry in the outline beside the pages. */
function bookmark(title: string, id: string) {
  return { outline: true, outlineText: title, id } as object
}

function missingNote(count: number, at: StructureElement): Content {
  const told = `${count} characters have no picture in the font of this document and stand as ◊. The report as HTML shows them.`
  return {
    text: [said(told, at)],
    style: 'small',
    margin: [0, 12, 0, 0],
  }
}

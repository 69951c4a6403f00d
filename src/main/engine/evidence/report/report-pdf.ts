import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pdfmake from 'pdfmake'
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { charactersOf, Printable } from './printable.ts'
import type { Block, ReportDocument, Section, Table } from './report-document.ts'
import { pictureStyles } from './report-styles.ts'

/** Points; A4 is 595 wide. */
const MARGIN = { side: 48, top: 58, foot: 54 }
const TEXT_WIDTH = 595 - 2 * MARGIN.side
/** Of a picture: a page holds it with its heading and legend above. */
const MOST_HEIGHT = 600
const QUIET = '#5b6472'
const WARM = '#8a4700'
const RULE = '#dfe3e8'

/** The report as a PDF: A4, a label and a page number on every page, pictures as vectors. */
export async function renderPdf(document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const fonts = robotoFiles()
  pdfmake.setFonts({ Roboto: fonts })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path))
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
  const first = [
    { text: text(kicker), style: 'small' },
    { text: shownTitle, style: 'title', ...bookmark(shownTitle, 'summary') },
    ...together([], summary, text),
  ]
  const rest = sections.map((section, i) => sectionContent(section, i === 0, text))
  const note = printable.missing > 0 ? [missingNote(printable.missing)] : []
  const content: Content[] = [...first, ...note, ...rest]
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN.side, MARGIN.top, MARGIN.side, MARGIN.foot],
    version: '1.7',
    // What a reader's software says aloud and shows in its window.
    language: 'en',
    displayTitle: true,
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

function sectionContent({ id, title, blocks }: Section, isFirst: boolean, text: Shown): Content {
  const head: Content = { text: text(title), style: 'section', ...bookmark(text(title), id) }
  return {
    stack: together([head], blocks, text),
    // The first page is the summary's.
    ...(isFirst ? { pageBreak: 'before' as const } : {}),
  }
}

/** Characters up to which a group is surely shorter than a page. */
const SHORT = 1500

/** Blocks with whatever leads in to them on the same page: a heading, a legend, a small line. */
function together(first: Content[], blocks: readonly Block[], text: Shown): Content[] {
  const found: Content[] = []
  let leading = first
  for (const block of blocks) {
    leading = [...leading, blockContent(block, text)]
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

type Shown = (plain: string) => string

function blockContent(block: Block, text: Shown): Content {
  switch (block.kind) {
    case 'heading':
      return { text: text(block.text), style: block.level === 3 ? 'heading' : 'subheading' }
    case 'text':
      return { text: text(block.text), style: block.tone ?? 'body' }
    case 'label':
      return labelContent(block, text)
    case 'list':
      return {
        ul: block.items.map(({ text: item, note }) => ({
          text: [
            text(item),
            ...(note === undefined ? [] : [{ text: `  ${text(note)}`, color: QUIET }]),
          ],
          margin: [0, 1, 0, 1] as [number, number, number, number],
        })),
        margin: [0, 2, 0, 6],
      }
    case 'facts':
      return factsContent(block.rows, text)
    case 'figure':
      return {
        svg: pictureOf(block.svg, text),
        fit: [TEXT_WIDTH, MOST_HEIGHT],
        margin: [0, 2, 0, 4],
      }
    case 'legend':
      return {
        text: block.entries.flatMap(({ colour, text: entry }) => [
          { text: '● ', color: colour },
          `${text(entry)}     `,
        ]),
        style: 'keep',
      }
    case 'table':
      return tableContent(block, text)
    case 'quote':
      return {
        stack: [text(block.text), { text: text(block.source), color: QUIET, fontSize: 8.5 }],
        margin: [10, 2, 0, 5],
        unbreakable: true,
      }
  }
}

function labelContent({ title, text }: Extract<Block, { kind: 'label' }>, shown: Shown): Content {
  return {
    table: {
      widths: ['*'],
      body: [
        [{ text: [{ text: `${shown(title)} `, bold: true }, shown(text)], fillColor: '#fff6ea' }],
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (i) => (i === 0 ? 2 : 0),
      vLineColor: () => '#b35c00',
      paddingLeft: () => 8,
      paddingTop: () => 4,
      paddingBottom: () => 4,
    },
    margin: [0, 2, 0, 4],
  }
}

function factsContent(rows: readonly (readonly [string, string])[], text: Shown): Content {
  return {
    table: {
      widths: [96, '*'],
      body: rows.map(([name, value]) => [
        { text: text(name), color: QUIET },
        breakable(text(value)),
      ]),
    },
    layout: { ...BARE, paddingTop: () => 1, paddingBottom: () => 1 },
    margin: [0, 4, 0, 6],
  }
}

const BARE = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 8,
}

function tableContent({ caption, head, rows }: Table, text: Shown): Content {
  const header: TableCell[] = head.map((name) => ({ text: text(name), color: QUIET }))
  const nameWidth = head.length > 3 ? '30%' : '48%'
  // pdfmake breaks a row over pages only where it must; a small table is kept whole.
  return {
    stack: [
      { text: text(caption), style: 'keep', color: QUIET },
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: head.map((name, i) => (i > 0 ? (name === 'n' ? 'auto' : '*') : nameWidth)),
          body: [header, ...rows.map((cells) => cells.map((cell) => breakable(text(cell))))],
        },
        layout: {
          ...BARE,
          hLineWidth: (i) => (i === 0 ? 0 : 0.5),
          hLineColor: (i) => (i === 1 ? '#b9c0c9' : RULE),
          paddingTop: () => 2,
          paddingBottom: () => 2,
        },
        fontSize: head.length > 4 ? 8 : 8.5,
      },
    ],
    unbreakable: rows.length <= 14,
    margin: [0, 4, 0, 10],
  }
}

/** Breaks where a word is longer than a column is wide: hashes have no spaces. */
function breakable(text: string): string {
  return text.replaceAll(/\S{40}(?=\S)/g, '$&\u200b')
}

/** The picture with what the page's stylesheet says of it, its text as far as the font has it. */
function pictureOf(svg: string, text: Shown): string {
  const shown = svg.replaceAll(/>([^<]+)</g, (_, inside: string) => `>${text(inside)}<`)
  return shown.replace(/<svg[^>]*>/, (open) => `${open}<style>${pictureStyles}</style>`)
}

function missingNote(count: number): Content {
  return {
    text: `${count} characters have no picture in the font of this document and stand as ◊. The report as HTML shows them.`,
    style: 'small',
    margin: [0, 12, 0, 0],
  }
}

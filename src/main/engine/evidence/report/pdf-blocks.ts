import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { textOf } from './markup-blocks.ts'
import { said, type StructureElement } from './pdf-structure.ts'
import type { Block, ListItem, Table } from './report-document.ts'
import { pictureStyles } from './report-styles.ts'

/** Points. */
export const MARGIN_SIDE = 48
/** A4 is 595 wide. */
const TEXT_WIDTH = 595 - 2 * MARGIN_SIDE
/** Of a picture: a page holds it with its heading and legend above. */
const MOST_HEIGHT = 600
export const QUIET = '#5b6472'
const RULE = '#dfe3e8'

export type Shown = (plain: string) => string
/** How text is shown, and what it is part of. */
export type Place = { readonly text: Shown; readonly at: StructureElement }

export function blockContent(block: Block, place: Place): Content {
  const { text, at } = place
  switch (block.kind) {
    case 'heading':
      return headingContent(block, place)
    case 'text':
      return { text: [said(text(block.text), at.add('P'))], style: block.tone ?? 'body' }
    case 'label':
      return labelContent(block, place)
    case 'list':
      return listContent(block.items, place)
    case 'facts':
      return factsContent(block.rows, place)
    case 'figure':
      return {
        svg: pictureOf(block.svg, text),
        fit: [TEXT_WIDTH, MOST_HEIGHT],
        margin: [0, 2, 0, 4],
        ...pictured(at.add('Figure', { alt: nameOfPicture(block.svg) })),
      }
    case 'legend':
      return legendContent(block.entries, place)
    case 'table':
      return tableContent(block, place)
    case 'quote': {
      const quote = at.add('BlockQuote')
      const source = [said(text(block.source), quote.add('P'))]
      return {
        stack: [
          { text: [said(text(block.text), quote.add('P'))] },
          { text: source, color: QUIET, fontSize: 8.5 },
        ],
        margin: [10, 2, 0, 5],
        unbreakable: true,
      }
    }
  }
}

/** The summary's headings are next to the title: a level above those within sections. */
function headingContent(
  { level, text }: Extract<Block, { kind: 'heading' }>,
  { text: shown, at }: Place,
): Content {
  const type = at.type === 'Part' ? 'H2' : level === 3 ? 'H3' : 'H4'
  return {
    text: [said(shown(text), at.add(type))],
    style: level === 3 ? 'heading' : 'subheading',
  }
}

function listContent(items: readonly ListItem[], { text, at }: Place): Content {
  const list = at.add('L')
  return {
    ul: items.map(({ text: item, note }) => {
      const body = list.add('LI').add('LBody')
      const more = note === undefined ? [] : [said(`  ${text(note)}`, body)]
      return {
        text: [said(text(item), body), ...more.map((one) => ({ ...one, color: QUIET }))],
        margin: [0, 1, 0, 1] as [number, number, number, number],
      }
    }),
    margin: [0, 2, 0, 6],
  }
}

function legendContent(
  entries: Extract<Block, { kind: 'legend' }>['entries'],
  { text, at }: Place,
): Content {
  const legend = at.add('P')
  return {
    text: entries.flatMap(({ colour, text: entry }) => [
      { ...said('● ', legend), color: colour },
      said(`${text(entry)}     `, legend),
    ]),
    style: 'keep',
  }
}

/** Not in the types of pdfmake, which keeps what it does not know. */
function pictured(structure: StructureElement): object {
  return { structure }
}

function nameOfPicture(svg: string): string {
  return textOf(/aria-label="([^"]*)"/.exec(svg)?.[1] ?? 'Picture')
}

function labelContent({ title, text }: Extract<Block, { kind: 'label' }>, place: Place): Content {
  const { text: shown, at } = place
  const label = at.add('P')
  return {
    table: {
      widths: ['*'],
      body: [
        [
          {
            text: [{ ...said(`${shown(title)} `, label), bold: true }, said(shown(text), label)],
            fillColor: '#fff6ea',
          },
        ],
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

function factsContent(rows: readonly (readonly [string, string])[], { text, at }: Place): Content {
  const table = at.add('Table')
  return {
    table: {
      widths: [96, '*'],
      body: rows.map(([name, value]) => {
        const row = table.add('TR')
        const head = [said(text(name), row.add('TH', { scope: 'Row' }))]
        const cell = [said(breakable(text(value)), row.add('TD'))]
        return [{ text: head, color: QUIET }, { text: cell }]
      }),
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

function tableContent({ caption, head, rows }: Table, { text, at }: Place): Content {
  const table = at.add('Table')
  const title = [said(text(caption), table.add('Caption'))]
  const top = table.add('TR')
  const header: TableCell[] = head.map((name) => ({
    text: [said(text(name), top.add(name === '' ? 'TD' : 'TH', columnOf(name)))],
    color: QUIET,
  }))
  const body = rows.map((cells) => {
    const row = table.add('TR')
    return cells.map((cell, i): TableCell => {
      const element = i === 0 ? row.add('TH', { scope: 'Row' }) : row.add('TD')
      return { text: [said(breakable(text(cell)), element)] }
    })
  })
  const nameWidth = head.length > 3 ? '30%' : '48%'
  // pdfmake breaks a row over pages only where it must; a small table is kept whole.
  return {
    stack: [
      { text: title, style: 'keep', color: QUIET },
      {
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: head.map((name, i) => (i > 0 ? (name === 'n' ? 'auto' : '*') : nameWidth)),
          body: [header, ...body],
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

function columnOf(name: string): { scope?: 'Column' } {
  return name === '' ? {} : { scope: 'Column' }
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

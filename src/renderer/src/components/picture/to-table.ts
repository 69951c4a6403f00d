import { toTsv } from '../../lib/to-tsv.ts'
import type { Caption } from './to-svg.ts'
import { escapeXml } from './svg-text.ts'

/** Numbers of a chart: a header, then rows. */
export type Table = {
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** For spreadsheets: what it is about, its labels, the numbers, what they rest on. */
export function tableToTsv({ header, rows }: Table, caption: Caption): string {
  const { title, facts, labels, notes } = caption
  const head = [...labels, title, facts].map((text) => [text])
  return toTsv([...head, [], header, ...rows, [], ...notes.map((text) => [text])])
}

/** For documents. */
export function tableToHtml({ header, rows }: Table, caption: Caption): string {
  const { title, facts, labels, notes } = caption
  const cells = (tag: 'th' | 'td', row: Table['rows'][number]) =>
    row.map((cell) => `<${tag}>${escapeXml(String(cell ?? ''))}</${tag}>`).join('')
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => `<p>${escapeXml(text)}</p>`).join('')
  return `${paragraphs(labels)}<p><strong>${escapeXml(title)}</strong></p>${paragraphs([facts])}<table><thead><tr>${cells('th', header)}</tr></thead><tbody>${rows
    .map((row) => `<tr>${cells('td', row)}</tr>`)
    .join('')}</tbody></table>${paragraphs(notes)}`
}

export type FileKind = 'text' | 'markdown' | 'csv' | 'pdf'

const byExtension: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  log: 'text',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  tsv: 'csv',
  pdf: 'pdf',
}

/** First bytes of what people bring by mistake. */
const others: readonly (readonly [string, readonly number[]])[] = [
  ['a Word, Excel or other zip file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Word or Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a program', [0x4d, 0x5a]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['an RTF document', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
]
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
/** A PDF may have a little before its mark. */
const PDF_WITHIN = 1024

export type Sniffed =
  { readonly kind: FileKind; readonly fault?: undefined } | { readonly fault: string }

/** What a file is, by its content first and by its name where content does not tell. */
export function sniffKind(name: string, bytes: Uint8Array): Sniffed {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const named = byExtension[extension]
  const isPdf = indexOf(bytes.subarray(0, PDF_WITHIN), PDF) !== -1
  if (isPdf && (named === 'pdf' || named === undefined || startsWith(bytes, PDF))) {
    if (named === 'pdf' || named === undefined) return { kind: 'pdf' }
    return { fault: `It is named ${extension}, but it is a PDF: name it .pdf.` }
  }
  const other = others.find(([, mark]) => startsWith(bytes, mark))
  if (other) return { fault: `It is ${other[0]}; memories are read from txt, md, csv and pdf.` }
  if (named === 'pdf')
    return { fault: 'It is named pdf, but it is no PDF: its beginning is missing.' }
  if (named === undefined && extension !== '')
    return { fault: `Memories are read from txt, md, csv and pdf, not from .${extension} files.` }
  return { kind: named ?? 'text' }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte)
}

function indexOf(bytes: Uint8Array, mark: readonly number[]): number {
  for (let i = 0; i + mark.length <= bytes.length; i++)
    if (mark.every((byte, k) => bytes[i + k] === byte)) return i
  return -1
}

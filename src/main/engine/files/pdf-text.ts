import { FileFault } from './file-fault.ts'
import { layOut, withoutMargins, type TextRun } from './pdf-lines.ts'

export type PageLine = { readonly text: string; readonly page: number }

const MAX_PAGES = 5_000
/** Characters of all pages: more is no life's story but something that unfolds without end. */
const MAX_TEXT = 20_000_000
/** Letters that a document with text has at least. */
const LEAST_LETTERS = 12

/** The lines of a PDF with their pages, an empty one between paragraphs. @throws FileFault */
export async function readPdf(bytes: Uint8Array): Promise<PageLine[]> {
  const pages = withoutMargins(layOut(await readPages(bytes))).map(withoutEdges)
  const letters = pages.flat().join('').match(/\p{L}/gu)?.length ?? 0
  if (letters < LEAST_LETTERS)
    throw new FileFault(
      'invalid_input',
      'There is no text in it; it seems to be a scan: have its text recognised first.',
    )
  return pages.flatMap((lines, i) => {
    const page = i + 1
    const own = lines.map((text) => ({ text, page }))
    return i > 0 && isContinued(pages[i - 1]!, lines) ? own : [{ text: '', page }, ...own]
  })
}

async function readPages(bytes: Uint8Array): Promise<TextRun[][]> {
  // Loaded here: it takes a while, and no other kind of file wants it.
  const { getDocumentProxy } = await import('unpdf')
  try {
    const document = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false })
    if (document.numPages > MAX_PAGES)
      throw new FileFault('too_large', `It has ${document.numPages} pages; ${MAX_PAGES} are read.`)
    const pages: TextRun[][] = []
    let length = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const runs = items.flatMap((item) => ('str' in item ? [toRun(item)] : []))
      length += runs.reduce((sum, { text }) => sum + text.length, 0)
      if (length > MAX_TEXT)
        throw new FileFault('too_large', `Its text is longer than ${MAX_TEXT} characters.`)
      pages.push(runs)
      page.cleanup()
    }
    return pages
  } catch (error) {
    throw toFault(error)
  }
}

type Item = { str: string; transform: number[]; width: number; height: number }

function toRun({ str, transform, width, height }: Item): TextRun {
  const [, , , scale = 0, x = 0, y = 0] = transform
  return { text: str, x, y, width, height: height || Math.abs(scale) }
}

function toFault(error: unknown): unknown {
  if (error instanceof FileFault || !(error instanceof Error)) return error
  const cause = { cause: error }
  if (error.name === 'PasswordException')
    return new FileFault(
      'invalid_input',
      'It is protected by a password: save it without one first.',
      cause,
    )
  return new FileFault(
    'invalid_input',
    `The PDF is damaged and cannot be read: ${error.message}`,
    cause,
  )
}

function withoutEdges(lines: readonly string[]): string[] {
  const isFull = (line: string) => line.trim() !== ''
  return lines.slice(lines.findIndex(isFull), lines.findLastIndex(isFull) + 1)
}

/** A paragraph that a page break goes through. */
function isContinued(before: readonly string[], after: readonly string[]): boolean {
  const last = before.findLast((line) => line.trim() !== '') ?? ''
  const next = after.find((line) => line.trim() !== '') ?? ''
  return !/[.!?…:"”]\s*$/u.test(last) && /^\s*\p{Ll}/u.test(next)
}

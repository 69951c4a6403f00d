/** A file that is no table of text, in words for whom it belongs to. */
export class NoTableError extends Error {
  override readonly name = 'NoTableError'
}

const MOST_CHARACTERS = 10_000_000
const binaries: readonly (readonly [magic: readonly number[], advice: string])[] = [
  [
    [0x50, 0x4b, 0x03, 0x04],
    'This is an Excel or OpenDocument file. Save the sheet as CSV there, and bring that.',
  ],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'This is an old Excel file. Save the sheet as CSV there, and bring that.',
  ],
  [[0x24, 0x46, 0x4c], 'This is an SPSS file. Export it as CSV with value labels, and bring that.'],
  [[0x3c, 0x73, 0x74, 0x61, 0x74, 0x61], 'This is a Stata file. Export it as CSV, and bring that.'],
]

/**
 * The text of a table, whatever it was saved in: UTF-8, UTF-16 with its mark, else Windows-1252, which
 * older programs write.
 *
 * @throws NoTableError for a workbook or a file of a statistics program, and for one too long to read
 */
export async function readTableFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  for (const [magic, advice] of binaries)
    if (magic.every((byte, i) => bytes[i] === byte)) throw new NoTableError(advice)
  const text = decoded(bytes)
  if (text.includes('\u0000')) throw new NoTableError('This file is no text: bring a CSV.')
  if (text.length > MOST_CHARACTERS)
    throw new NoTableError(
      'This file is longer than ten million characters. Leave out the columns and years that no question needs, and bring the rest.',
    )
  return text
}

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

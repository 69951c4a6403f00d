import { describe, expect, it } from 'vitest'
import { readTableFile } from './read-table-file.ts'

const bytes = (...parts: number[]) => new Blob([Uint8Array.from(parts)])

describe('a table in a file', () => {
  it('is read in UTF-8, UTF-16 and Windows-1252', async () => {
    expect(await readTableFile(new Blob(['größer;1']))).toBe('größer;1')
    expect(await readTableFile(bytes(0x67, 0xf6, 0x93))).toBe('gö“')
    expect(await readTableFile(bytes(0xff, 0xfe, 0x61, 0x00, 0xf6, 0x00))).toBe('aö')
  })

  it.each([
    [[0x50, 0x4b, 0x03, 0x04, 1], /Excel.*as CSV/],
    [[0x24, 0x46, 0x4c, 0x32], /SPSS.*as CSV/],
    [[0x41, 0, 0x42], /no text/],
  ])('%j is refused with what to do', async (magic, message) => {
    await expect(readTableFile(bytes(...magic))).rejects.toThrow(message)
  })

  it('is refused when it is too long to send', async () => {
    await expect(readTableFile(new Blob(['x'.repeat(10_000_001)]))).rejects.toThrow('ten million')
  })
})

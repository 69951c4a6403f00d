import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

export type PdfLine = string | { readonly text: string; readonly size: number }

export type PdfOptions = {
  /** Wants this password to be opened (RC4, 40 bit). */
  readonly password?: string
  /** Content streams as they are, in place of text. */
  readonly contents?: readonly { readonly data: Buffer; readonly filter: string }[]
}

const SIZE = 11

/** A small PDF with these lines on its pages; an empty line is a paragraph's gap. */
export function makePdf(
  pages: readonly (readonly PdfLine[])[],
  { password, contents }: PdfOptions = {},
): Uint8Array {
  const id = createHash('md5').update('a document').digest()
  const key = password === undefined ? undefined : fileKey(password, id)
  const streams =
    contents ??
    pages.map((lines) => ({
      data: deflateSync(Buffer.from(pageContent(lines), 'latin1')),
      filter: '/FlateDecode',
    }))
  const firstContent = 4 + streams.length
  const kids = streams.map((_, i) => `${4 + i} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${streams.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...streams.map(
      (_, i) =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstContent + i} 0 R >>`,
    ),
    ...streams.map(({ data, filter }, i) => {
      const own = key ? rc4(objectKey(key, firstContent + i), data) : data
      return Buffer.concat([
        Buffer.from(`<< /Length ${own.length} /Filter ${filter} >>\nstream\n`),
        own,
        Buffer.from('\nendstream'),
      ])
    }),
  ]
  if (key) objects.push(encryption(password!, key))
  return assemble(objects, key ? { number: objects.length, id } : undefined)
}

function pageContent(lines: readonly PdfLine[]): string {
  let y = 800
  const shown = lines.map((line) => {
    const { text, size } = typeof line === 'string' ? { text: line, size: SIZE } : line
    y -= size * 1.3
    const escaped = text.replaceAll(/[\\()]/g, '\\$&')
    return text === '' ? '' : `BT /F1 ${size} Tf 1 0 0 1 60 ${y.toFixed(2)} Tm (${escaped}) Tj ET`
  })
  return shown.join('\n')
}

function assemble(
  objects: readonly (string | Buffer)[],
  encrypted: { number: number; id: Buffer } | undefined,
): Uint8Array {
  const parts = [Buffer.from('%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  let length = parts[0]!.length
  const offsets = objects.map((object, i) => {
    const at = length
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(part)
    length += part.length
    return at
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const hex = encrypted?.id.toString('hex')
  const secret = encrypted ? ` /Encrypt ${encrypted.number} 0 R /ID [<${hex}> <${hex}>]` : ''
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R${secret} >>\nstartxref\n${length}\n%%EOF\n`
  return new Uint8Array(Buffer.concat([...parts, Buffer.from(end)]))
}

// The standard security handler, revision 2: PDF 32000-1:2008, 7.6.3.

const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
)
const PERMISSIONS = Buffer.from([0xfc, 0xff, 0xff, 0xff])
const md5 = (...parts: Buffer[]) => createHash('md5').update(Buffer.concat(parts)).digest()
const padded = (password: string) =>
  Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32)
const ownerEntry = (password: string) => rc4(md5(padded(password)).subarray(0, 5), padded(password))

function fileKey(password: string, id: Buffer): Buffer {
  return md5(padded(password), ownerEntry(password), PERMISSIONS, id).subarray(0, 5)
}

function objectKey(key: Buffer, number: number): Buffer {
  const place = Buffer.from([number & 255, (number >> 8) & 255, 0, 0, 0])
  return md5(key, place).subarray(0, 10)
}

function encryption(password: string, key: Buffer): string {
  const [owner, user] = [ownerEntry(password), rc4(key, PADDING)]
  return `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -4 >>`
}

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i)
  const swap = (i: number, j: number) => ([state[i], state[j]] = [state[j]!, state[i]!])
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255
    swap(i, j)
  }
  let [i, j] = [0, 0]
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255
      j = (j + state[i]!) & 255
      swap(i, j)
      return byte ^ state[(state[i]! + state[j]!) & 255]!
    }),
  )
}

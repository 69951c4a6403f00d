/**
 * Cells copied from a spreadsheet, rows of columns: tabs between cells, quotes around one that has a
 * tab, a line break or a quote. Empty rows are left out.
 */
export function parseGrid(text: string): string[][] {
  const rows: string[][] = [[]]
  // A cell that begins with a quote which never ends is taken as it is written.
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/y
  let end: string | undefined = '\t'
  while (end !== '' && end !== undefined) {
    const found = cell.exec(text)
    const [, quoted, plain = ''] = found ?? []
    end = found?.[3]
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? plain).trim())
    if (end !== '\t' && end !== '') rows.push([])
  }
  return rows.filter((row) => row.some((value) => value !== ''))
}

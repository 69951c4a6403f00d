/** Lower case, no outer punctuation or markup, single spaces, straight quotes. */
export function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[*_`"“”]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s\-–—•.:;,]+|[\s\-–—.:;,!]+$/g, '')
}

export function containsWords(text: string, part: string): boolean {
  const words = (of: string) =>
    of
      .replaceAll(/[.,;:!?()]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  return ` ${words(text)} `.includes(` ${words(part)} `)
}

/** Free words without the "Answer:" that they begin with. */
export function withoutMark(text: string): string {
  return text.replace(/^[\s*_>#-]*answer\s*[*_]*\s*:[\s*_]*(?=[^\s*_])/i, '')
}

/** What follows "Answer:" on its line, else the first line. */
export function answerLine(text: string): string {
  const marked = /^[\s*_>#-]*answer\s*[*_]*\s*:[\s*_]*(.*)$/im.exec(text)
  if (marked?.[1]?.trim()) return marked[1].trim()
  return text
    .split('\n')
    .find((line) => line.trim() !== '')!
    .trim()
}

/**
 * What follows "Answer:" with the lines after it that go on listing: those with a bullet, a number
 * or a colon. What is said in reason is left out.
 */
export function answerItems(text: string): string {
  const marked = /^[\s*_>#-]*answer\s*[*_]*\s*:[\s*_]*([^]*)$/im.exec(text)
  const [first = '', ...rest] = (marked?.[1]?.trim() || text.trim()).split('\n')
  const end = rest.findIndex((line) => !/^\s*(?:[-•*]|\d{1,2}[.)])\s|[:=]/.test(line))
  return [first, ...(end === -1 ? rest : rest.slice(0, end))].join('\n')
}

/** Parts of an answer that names several things: by line where it is a list, else by semicolon. */
export function partsOf(block: string): string[] {
  const isList = block.includes('\n') || /^\s*[-•*]\s/.test(block)
  return block
    .split(isList ? '\n' : ';')
    .map((part) => part.trim().replace(/^[-•*]\s+/, ''))
    .filter((part) => part !== '')
}

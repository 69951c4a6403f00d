/**
 * What is left of a label when the memory has faded: no years, numbers, places or people. May be
 * empty.
 */
export function hazyLabel(label: string): string {
  return label
    .replace(/\s*\([^)]*\)/g, '')
    .replace(
      /\b(?:in|at|to|from|near|of)\s+(?:the\s+)?\p{Lu}[\p{L}'’-]*(?:[\s-]+\p{Lu}[\p{L}'’-]*)*/gu,
      'somewhere',
    )
    .replace(/\s*\b(?:in|on|at|since|until|around|by)\s+\d[\d.,:/-]*/g, '')
    .replace(/\s*\d[\d.,:/-]*/g, '')
    .replace(/(?<=[\p{L},:]\s)(?!I\b)\p{Lu}[\p{L}'’-]+/gu, 'somebody')
    .replace(/[.!?…]+$/u, '')
    .trim()
}

/** The sentences that name nothing: no number, and no name after the first word. */
export function withoutDetails(text: string): string {
  return (text.match(/[^.!?…]+[.!?…]*\s*/gu) ?? [])
    .filter((sentence) => !/\d|(?<=\S\s)(?!I\b)\p{Lu}/u.test(sentence.trim()))
    .join('')
    .trim()
}

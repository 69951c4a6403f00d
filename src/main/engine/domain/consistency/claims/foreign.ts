const englishWord =
  /\b(?:the|and|a|to|of|in|is|was|my|I|it|with|for|at|on|have|had|not|that|we)\b/gi
const otherWord =
  /\b(?:der|die|das|und|ich|nicht|mit|ist|war|le|la|les|et|je|des|est|une|el|los|y|que|una|con|il|che|di|och|jag|het|een|van)\b/gi

/** Characters that tell a language from another. */
const ENOUGH = 240

/** Not English: nothing is read from it. */
export function isForeign(whole: string): boolean {
  const text = whole.slice(0, ENOUGH)
  const english = text.match(englishWord)?.length ?? 0
  const other = text.match(otherWord)?.length ?? 0
  return other > 1 && other > english
}

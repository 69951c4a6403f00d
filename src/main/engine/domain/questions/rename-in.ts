/** A value with every text in it, keys included, renamed. */
export function renameIn(part: unknown, rename: (text: string) => string): unknown {
  if (typeof part === 'string') return rename(part)
  if (Array.isArray(part)) return part.map((each) => renameIn(each, rename))
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([key, each]) => [rename(key), renameIn(each, rename)]),
  )
}

/** The last few of what is asked for again and again: where there are more, the longest unused goes. */
export type Recent<Key, Value> = {
  get(key: Key): Value | undefined
  /** @returns what it was given, to be used at once */
  keep(key: Key, value: Value): Value
  delete(key: Key): void
  clear(): void
}

/** @param most  what is kept at most */
export function createRecent<Key, Value>(most: number): Recent<Key, Value> {
  // Whatever is used is taken out and put back: the map's order is then the order of use.
  const kept = new Map<Key, Value>()
  function keep(key: Key, value: Value): Value {
    kept.delete(key)
    kept.set(key, value)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return value
  }
  return {
    get(key) {
      const value = kept.get(key)
      return value === undefined ? undefined : keep(key, value)
    },
    keep,
    delete: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

/** @param look  called where it is not kept */
export type LookUp<Value> = (key: string, look: () => Promise<Value>) => Promise<Value>

/** Looks once for all who ask meanwhile and later; a look that failed, or was interrupted, is repeated. */
export function createLookUp<Value>(most: number): LookUp<Value> {
  const kept = createRecent<string, Promise<Value>>(most)
  return (key, look) => {
    const known = kept.get(key)
    if (known) return known
    const found = kept.keep(key, look())
    found.catch(() => kept.delete(key))
    return found
  }
}

/**
 * Effects that belong together: the items that are chosen among, the levels of an attribute. Only
 * differences inside a centred block show in choices, so its effects are taken to sum to zero; a
 * block that is not centred holds one effect, such as that of choosing none.
 */
export type EffectBlock = {
  readonly first: number
  readonly count: number
  readonly isCentred: boolean
}

/**
 * Choices of one alternative out of several, each alternative worth the sum of its effects: what
 * rankings, best–worst sets and conjoint tasks all come down to. Choices that are alike, whoever
 * made them, are kept once, as a pattern. Never changed after it is made.
 */
export type Choices = {
  readonly effects: number
  readonly blocks: readonly EffectBlock[]
  /** Effects per alternative at most. */
  readonly width: number
  /** Row of the design that made the choice: shape [choices]. */
  readonly rowOf: Int32Array
  /** What was chosen out of what: shape [choices]. */
  readonly patternOf: Int32Array
  /** 1 for the most wanted alternative, −1 for the least wanted one: shape [patterns]. */
  readonly direction: Int8Array
  /**
   * Where the alternatives of each pattern start, the chosen one first, and where the last ones
   * end: shape [patterns + 1].
   */
  readonly from: Int32Array
  /** Effects of each alternative, −1 where it has fewer: shape [alternatives × width]. */
  readonly effectOf: Int16Array
}

/** One choice: `effects` of its alternatives one after another, `chosen` an index into them. */
export type Choice = {
  readonly row: number
  readonly effects: readonly number[]
  readonly chosen: number
  readonly direction: 1 | -1
}

/** The choices as arrays; one with a single alternative says nothing and is left out. */
export function toChoices(
  blocks: readonly EffectBlock[],
  width: number,
  choices: Iterable<Choice>,
): Choices {
  const patterns = createPatterns(width)
  const rowOf: number[] = []
  const patternOf: number[] = []
  for (const choice of choices) {
    if (choice.effects.length < 2 * width) continue
    rowOf.push(choice.row)
    patternOf.push(patterns.add(choice))
  }
  return {
    effects: blocks.reduce((sum, { count }) => sum + count, 0),
    blocks,
    width,
    rowOf: Int32Array.from(rowOf),
    patternOf: Int32Array.from(patternOf),
    ...patterns.toArrays(),
  }
}

/** A hash table of patterns: who ranks five options has few ways to do it, ten thousand or not. */
function createPatterns(width: number) {
  const direction: number[] = []
  const from = [0]
  const effectOf: number[] = []
  let slots = new Int32Array(1024).fill(-1)
  const hashes: number[] = []

  const isSame = (pattern: number, key: readonly number[], sign: number) => {
    const start = from[pattern]! * width
    if (direction[pattern] !== sign || from[pattern + 1]! * width - start !== key.length)
      return false
    for (let i = 0; i < key.length; i++) if (effectOf[start + i] !== key[i]) return false
    return true
  }
  const slotFor = (hash: number, isIt: (pattern: number) => boolean) => {
    let slot = hash & (slots.length - 1)
    while (slots[slot]! >= 0 && !isIt(slots[slot]!)) slot = (slot + 1) & (slots.length - 1)
    return slot
  }
  const grow = () => {
    slots = new Int32Array(slots.length * 4).fill(-1)
    hashes.forEach((hash, pattern) => (slots[slotFor(hash, () => false)] = pattern))
  }
  return {
    /** Number of the pattern of a choice: the order of what was not chosen makes no other one. */
    add(choice: Choice): number {
      const key = canonical(choice, width)
      const hash = hashOf(key, choice.direction)
      const slot = slotFor(
        hash,
        (pattern) => hashes[pattern] === hash && isSame(pattern, key, choice.direction),
      )
      const known = slots[slot]!
      if (known >= 0) return known
      const pattern = direction.length
      slots[slot] = pattern
      hashes.push(hash)
      direction.push(choice.direction)
      from.push(from[pattern]! + key.length / width)
      for (const effect of key) effectOf.push(effect)
      if (hashes.length * 2 > slots.length) grow()
      return pattern
    },
    toArrays: () => ({
      direction: Int8Array.from(direction),
      from: Int32Array.from(from),
      effectOf: Int16Array.from(effectOf),
    }),
  }
}

/** Effects with the chosen alternative first and the others in order. */
function canonical({ effects, chosen }: Choice, width: number): number[] {
  const key = effects.slice()
  for (let slot = 0; slot < width; slot++) {
    key[slot] = effects[chosen * width + slot]!
    key[chosen * width + slot] = effects[slot]!
  }
  // Sorted by insertion, from the second on: there are few alternatives.
  for (let at = 2 * width; at < key.length; at += width)
    for (let to = at; to > width && isBefore(key, to, to - width, width); to -= width)
      for (let slot = 0; slot < width; slot++) {
        const moved = key[to + slot]!
        key[to + slot] = key[to - width + slot]!
        key[to - width + slot] = moved
      }
  return key
}

function isBefore(key: readonly number[], a: number, b: number, width: number): boolean {
  for (let slot = 0; slot < width; slot++)
    if (key[a + slot] !== key[b + slot]) return key[a + slot]! < key[b + slot]!
  return false
}

function hashOf(key: readonly number[], direction: number): number {
  let hash = direction
  for (const effect of key) hash = (Math.imul(hash ^ effect, 0x9e3779b1) ^ (hash >>> 15)) | 0
  return (hash ^ (hash >>> 13)) >>> 0
}

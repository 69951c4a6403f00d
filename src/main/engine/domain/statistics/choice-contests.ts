import type { Choices } from './choices.ts'

/** How far choices set effects apart. */
export type Contests = {
  /** Per effect, whether anything that has it was preferred to something without, and the reverse. */
  readonly won: Uint8Array
  readonly lost: Uint8Array
  /**
   * Whether the likelihood has no maximum: some group of effects won every time it was compared
   * with the rest, or never was. Where alternatives are single items this is exact (Ford 1957); of
   * sums of effects only single ones are looked at.
   */
  readonly isSeparated: boolean
}

/** @param weight  patterns with 0 do not count: shape [patterns] */
export function contestsOf(choices: Choices, weight: Float64Array): Contests {
  const { effects, width, direction, from, effectOf } = choices
  const won = new Uint8Array(effects)
  const lost = new Uint8Array(effects)
  const beats = new Uint8Array(effects * effects)
  const compare = (better: number, worse: number) => {
    for (let slot = 0; slot < width; slot++) {
      const [a, b] = [effectOf[better * width + slot]!, effectOf[worse * width + slot]!]
      if (a === b) continue
      if (a >= 0) won[a] = 1
      if (b >= 0) lost[b] = 1
      if (width === 1) beats[a * effects + b] = 1
    }
  }
  for (let pattern = 0; pattern < direction.length; pattern++) {
    if (weight[pattern] === 0) continue
    const chosen = from[pattern]!
    for (let other = chosen + 1; other < from[pattern + 1]!; other++) {
      if (direction[pattern] === 1) compare(chosen, other)
      else compare(other, chosen)
    }
  }
  const isOneSided = won.some((_, effect) => !won[effect] || !lost[effect])
  return {
    won,
    lost,
    isSeparated: isOneSided || (width === 1 && !isStronglyConnected(beats, effects)),
  }
}

/** Whether every item leads to every other one along what beat what (Warshall 1962). */
function isStronglyConnected(beats: Uint8Array, items: number): boolean {
  const reaches = Uint8Array.from(beats)
  for (let via = 0; via < items; via++)
    for (let a = 0; a < items; a++) {
      if (!reaches[a * items + via]) continue
      for (let b = 0; b < items; b++) if (reaches[via * items + b]) reaches[a * items + b] = 1
    }
  return reaches.every((reached) => reached === 1)
}

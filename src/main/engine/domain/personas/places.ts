import type { Dice } from './dice.ts'
import { gazetteer, type Region } from './gazetteer.ts'

export type Home = {
  /** The seed's location without what follows its first comma: what people say. */
  city: string
  /** Undefined where the location names no city or country we know. */
  region: Region | undefined
}

/** Reads a free-text location: "Lyon", "Lyon, France", "a village in Peru". */
export function readLocation(location: string): Home {
  const city = location.split(',')[0]!.trim() || location.trim()
  const words = plain(location)
  const region = spelled.find(({ names }) => names.some((name) => words.includes(name)))?.region
  return { city, region }
}

/**
 * Other places in which somebody now living in `city` may have lived, each different from it.
 *
 * @param count  at most 6
 */
export function otherPlaces(home: Home, count: number, dice: Dice): string[] {
  const here = plain(home.city)
  const known = (home.region?.cities ?? []).filter((name) => plain(name) !== here)
  const near = [
    `a small town near ${home.city}`,
    `a village an hour from ${home.city}`,
    `the next town over from ${home.city}`,
    `the countryside outside ${home.city}`,
    `the far side of the ${home.city} region`,
    `a suburb of ${home.city}`,
  ]
  const towns = dice.sample(known, 6, 'places:known')
  const villages = dice.sample(near, 6, 'places:near')
  const mixed =
    towns.length === 0 ? villages : [...towns.slice(0, 2), villages[0]!, ...towns.slice(2)]
  const rotated = dice.chance(0.4, 'places:village-first') ? [villages[0]!, ...mixed] : mixed
  return [...new Set(rotated)].slice(0, count)
}

function plain(text: string): string {
  const letters = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return ` ${letters.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
}

const spelled = gazetteer.map((region) => ({
  region,
  names: [...region.names, ...region.cities].map(plain),
}))

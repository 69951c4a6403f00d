import type { ThemeAssignment } from '../evidence/evidence-input.ts'
import { stem, words } from '../text/tokenize.ts'
import type { CodebookTheme } from './codebook.ts'
import { lowerFence } from './find-themes.ts'
import { dotAt, packPoints, type Points } from './points.ts'
import { middleOf, withoutMiddle } from './principal-space.ts'
import { meanDirections, nearestCentres } from './sphere.ts'

/** With fewer answers a theme has no middle to speak of: only its keywords find others. */
const MIN_FOR_CENTRE = 3

export type Answered = {
  /** Per row; undefined where there is no valid answer. */
  readonly texts: readonly (string | undefined)[]
  readonly vectors: readonly (Float32Array | undefined)[]
}

/**
 * Gives answers that nobody coded yet the theme whose answers they are nearest to, if they are as
 * near as those (Tukey's fence); else the one theme whose keywords they use; else none.
 *
 * @param coded  per row: index of a theme, −1 for none, undefined where it is to be found
 */
export function codeAnswers(
  themes: readonly CodebookTheme[],
  coded: readonly (number | undefined)[],
  { texts, vectors }: Answered,
): ThemeAssignment {
  const labels = themes.map(({ id, label, keywords }) => ({ id, label, keywords }))
  const rows = [...texts.keys()].filter((row) => texts[row] !== undefined && vectors[row])
  const themeOf = texts.map((text, row) => (text === undefined ? -1 : (coded[row] ?? -1)))
  const closeness = new Array<number>(texts.length).fill(0)
  const all = packPoints(rows.map((row) => vectors[row]!))
  const points = withoutMiddle(all, middleOf(all))
  const known = Int32Array.from(rows, (row) => coded[row] ?? -1)
  const centres = centresOf(points, known, themes.length)
  const fences = fencesOf(points, known, centres)
  const nearest = nearestCentres(points, centres).clusterOf
  rows.forEach((row, i) => {
    if (coded[row] === undefined) {
      const near = nearest[i]!
      themeOf[row] =
        dotAt(points, i, centres, near) >= fences[near]!
          ? near
          : themeByKeywords(themes, texts[row]!)
    }
    if (themeOf[row]! >= 0) closeness[row] = dotAt(points, i, centres, themeOf[row]!)
  })
  // Without a vector only words are left to go by.
  texts.forEach((text, row) => {
    if (text !== undefined && !vectors[row] && coded[row] === undefined)
      themeOf[row] = themeByKeywords(themes, text)
  })
  return { labels, themeOf, closeness }
}

function centresOf(points: Points, themeOf: Int32Array, themes: number): Points {
  const none = {
    values: new Float32Array(themes * points.dimensions),
    count: themes,
    dimensions: points.dimensions,
  }
  return meanDirections(points, themeOf, none)
}

/** Per theme: how near an answer has to be; never near enough where it has too few answers. */
function fencesOf(points: Points, themeOf: Int32Array, centres: Points): number[] {
  return Array.from({ length: centres.count }, (_, theme) => {
    const own = [...themeOf.keys()].filter((row) => themeOf[row] === theme)
    if (own.length < MIN_FOR_CENTRE) return Infinity
    return lowerFence(Float64Array.from(own, (row) => dotAt(points, row, centres, theme)))
  })
}

/** The one theme whose keywords a text uses; −1 for none and for several. */
function themeByKeywords(themes: readonly CodebookTheme[], text: string): number {
  const found = themes.flatMap(({ keywords }, i) => (usesKeyword(text, keywords) ? [i] : []))
  return found.length === 1 ? found[0]! : -1
}

/** Whole words in any form; all words of a phrase, one after another. */
export function usesKeyword(text: string, keywords: readonly string[]): boolean {
  const said = ` ${stems(text)} `
  return keywords.some((keyword) => {
    const wanted = stems(keyword)
    return wanted !== '' && said.includes(` ${wanted} `)
  })
}

function stems(text: string): string {
  return words(text).map(stem).join(' ')
}

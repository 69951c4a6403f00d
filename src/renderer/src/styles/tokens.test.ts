import { expect, it } from 'vitest'
import { darkTokens, lightTokens, type Tokens } from './tokens.ts'

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const schemes: { name: string; tokens: Tokens }[] = [
  { name: 'light', tokens: lightTokens },
  { name: 'dark', tokens: darkTokens },
]

it.each(schemes)('keeps text readable on every surface in $name', ({ tokens }) => {
  const { page, surface, sunken, text, textSecondary, accent, good, warn, bad, memory } = tokens
  const words = [text, textSecondary, accent, good, warn, bad, ...Object.values(memory)]
  const pairs = words.flatMap((word) =>
    [page, surface, sunken].map((ground) => [word, ground] as const),
  )
  const onSoft = [
    [accent, tokens.accentSoft],
    [good, tokens.goodSoft],
    [warn, tokens.warnSoft],
    [bad, tokens.badSoft],
    [text, tokens.accentSoft],
    [textSecondary, tokens.accentSoft],
    ['#ffffff', tokens.accentFill],
  ] as const
  const weak = [...pairs, ...onSoft].filter(([word, ground]) => contrast(word, ground) < 4.5)
  expect(weak).toEqual([])
})

it.each(schemes)('keeps the first cohorts visible as marks in $name', ({ tokens }) => {
  const weak = tokens.cohorts.slice(0, 3).filter((colour) => contrast(colour, tokens.surface) < 3)
  expect(weak).toEqual([])
})

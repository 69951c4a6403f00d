import type { MemoryType } from '../../../shared/contract/timeline.ts'

/** Colours of one scheme. Text colours have a contrast of at least 4.5:1 on every surface. */
export type Tokens = {
  page: string
  surface: string
  sunken: string
  hairline: string
  hairlineStrong: string
  text: string
  textSecondary: string
  accent: string
  accentSoft: string
  accentFill: string
  good: string
  warn: string
  bad: string
  goodSoft: string
  warnSoft: string
  badSoft: string
  memory: Record<MemoryType, string>
  /** Okabe & Ito's palette in the order cohorts take it; weaker contrasts come later. */
  cohorts: readonly string[]
}

export const lightTokens: Tokens = {
  page: '#fafaf8',
  surface: '#ffffff',
  sunken: '#f3f3f0',
  hairline: '#e4e4df',
  hairlineStrong: '#c9c9c2',
  text: '#1c1e22',
  textSecondary: '#5a5f66',
  accent: '#2b4bb3',
  accentSoft: '#e9edfa',
  accentFill: '#2b4bb3',
  good: '#1f6e43',
  warn: '#875600',
  bad: '#b3261e',
  goodSoft: '#e6f3ea',
  warnSoft: '#fbf1dc',
  badSoft: '#fbe9e7',
  memory: {
    normal: '#54687f',
    pride: '#8f5f00',
    shame: '#8b3a72',
    repressed: '#566070',
    revised: '#277247',
    exaggerated: '#b04a13',
  },
  cohorts: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#4d4d4d', '#b8a800'],
}

export const darkTokens: Tokens = {
  page: '#131417',
  surface: '#1a1c20',
  sunken: '#101114',
  hairline: '#2b2e34',
  hairlineStrong: '#454a53',
  text: '#e7e8eb',
  textSecondary: '#a3a8b1',
  accent: '#9db2ff',
  accentSoft: '#232a45',
  accentFill: '#4560cf',
  good: '#7fcf9f',
  warn: '#e8bd62',
  bad: '#ff9a90',
  goodSoft: '#1b2c22',
  warnSoft: '#2f2716',
  badSoft: '#371d1c',
  memory: {
    normal: '#97adc6',
    pride: '#e3b454',
    shame: '#d994c4',
    repressed: '#a0a9b8',
    revised: '#80cda0',
    exaggerated: '#f09a66',
  },
  cohorts: ['#3f9fdc', '#f07a26', '#1fbd8f', '#d890b6', '#e9a91c', '#7cc6f2', '#b9bcc2', '#e3d63f'],
}

/** Shape beside colour: memory types stay apart without seeing hues. */
export const memoryGlyphs: Record<MemoryType, string> = {
  normal: '●',
  pride: '▲',
  shame: '▽',
  repressed: '◌',
  revised: '↻',
  exaggerated: '✦',
}

/** Glyphs of one size and weight everywhere, and numbers whose digits share a width. */
export const fontFamily =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif'

/** The same tokens as CSS variables, `--wb-…`. */
export function toCssVariables(tokens: Tokens): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, value] of Object.entries(tokens)) {
    if (typeof value === 'string') variables[`--wb-${kebab(name)}`] = value
  }
  for (const [type, colour] of Object.entries(tokens.memory)) {
    variables[`--wb-memory-${type}`] = colour
  }
  tokens.cohorts.forEach((colour, index) => (variables[`--wb-cohort-${index}`] = colour))
  return variables
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Where more is told apart than there are colours for: names alone do it. */
export const UNCOLOURED = -1

/** So many are told apart by colour. */
export const COLOURS = lightTokens.cohorts.length

/** Colour of the cohort at this place in the population's order, as a CSS value. */
export function cohortColour(index: number): string {
  if (index === UNCOLOURED) return 'var(--wb-text-secondary)'
  return `var(--wb-cohort-${index % lightTokens.cohorts.length})`
}

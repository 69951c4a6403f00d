import { expect, it } from 'vitest'
import {
  formatDuration,
  formatEstimate,
  formatNumber,
  formatRelative,
  formatShare,
  formatShareInterval,
} from './format.ts'

it.each([
  { value: 1_234_567, text: '1\u2009234\u2009567' },
  { value: -0.04, text: '0' },
  { value: -1200, text: '\u22121\u2009200' },
])('writes $value as $text', ({ value, text }) => {
  expect(formatNumber(value)).toBe(text)
})

it.each([
  { share: 0.374, text: '37\u2009%' },
  { share: 0.004, text: '<\u20091\u2009%' },
  { share: 0.996, text: '>\u200999\u2009%' },
  { share: 0, text: '0\u2009%' },
])('writes the share $share as $text', ({ share, text }) => {
  expect(formatShare(share)).toBe(text)
})

it('writes an even interval as plus or minus and a leaning one with both ends', () => {
  expect(formatShareInterval({ estimate: 0.37, lower: 0.31, upper: 0.43 })).toBe(
    '37\u2009% ±\u20096',
  )
  expect(formatShareInterval({ estimate: 0.02, lower: 0, upper: 0.09 })).toBe('2\u2009% (0–9)')
  expect(formatShareInterval({ estimate: null, lower: null, upper: null })).toBe('–')
})

it('keeps about three figures of an estimate', () => {
  expect(formatEstimate({ estimate: 142.31, lower: 120.2, upper: 160.9 }, { unit: '€' })).toBe(
    '142\u2009€ (120–161)',
  )
  expect(formatEstimate({ estimate: 3.456, lower: null, upper: null })).toBe('3.46')
})

it.each([
  { ms: 400, text: 'under a second' },
  { ms: 200_000, text: '3\u2009min 20\u2009s' },
  { ms: 7_500_000, text: '2\u2009h 5\u2009min' },
])('writes $ms ms as $text', ({ ms, text }) => {
  expect(formatDuration(ms)).toBe(text)
})

it('tells a time from now', () => {
  const now = new Date('2026-03-01T12:00:00.000Z')
  expect(formatRelative('2026-03-01T11:59:40.000Z', now)).toBe('just now')
  expect(formatRelative('2026-02-27T12:00:00.000Z', now)).toBe('2 days ago')
})

it('keeps two minus signs apart', () => {
  expect(formatEstimate({ estimate: -25, lower: -47, upper: -3 }, { decimals: 0 })).toBe(
    '−25 (−47 to −3)',
  )
})

import { expect, it } from 'vitest'
import { parseMargins } from './parse-margins.ts'

it('reads margins by variable, percent or share, and age bands', () => {
  const csv = 'variable;category;share\nage;18-34;30\nage;35 – 54;45\nage;55+;25\n'
  expect(parseMargins(csv)).toEqual([
    {
      fields: ['age'],
      bands: [18, 35, 55],
      targets: [
        { category: '18–34', share: 0.3 },
        { category: '35–54', share: 0.45 },
        { category: '55+', share: 0.25 },
      ],
    },
  ])
})

it('crosses variables joined by ×', () => {
  const csv = 'variable,category,share\ngender × attributes.region,woman × north,0.4\n'
  expect(parseMargins(csv)).toMatchObject([{ fields: ['gender', 'attributes.region'] }])
})

it.each([
  { csv: 'a,b\n1,2', reason: /columns variable, category and share/ },
  { csv: 'variable,category,share\nage,18–34,many', reason: /Line 2/ },
])('refuses $csv', ({ csv, reason }) => {
  expect(() => parseMargins(csv)).toThrow(reason)
})

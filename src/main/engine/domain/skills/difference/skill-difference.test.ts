import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SkillBody } from '../../../../../shared/contract/skills.ts'
import { skillDifference } from './skill-difference.ts'
import { wordRuns } from './word-runs.ts'

const likert = { id: 'fit', type: 'likert', text: 'How well does it fit?' }
const single = {
  id: 'tea',
  type: 'single',
  text: 'Which tea?',
  options: ['Green', 'Black', 'Mint'],
}
const open = { id: 'why', type: 'open', text: 'Why do you drink it in the morning?' }
const skill = (questions: object[] = [likert, single, open], more: object = {}) =>
  SkillBody.parse({ name: 'Tea', objective: 'Learn which tea is liked.', questions, ...more })
const say = (before: SkillBody, after: SkillBody) =>
  skillDifference(before, after).map(({ sentence }) => sentence)

it('has nothing to say of the same', () => {
  expect(skillDifference(skill(), skill())).toEqual([])
})

describe('tells', () => {
  it.each<[string, SkillBody, string[]]>([
    [
      'a question added',
      skill([likert, single, open, { ...open, id: 'more', text: 'Anything else?' }]),
      ['Question “more” added as number 4: “Anything else?”'],
    ],
    ['one removed', skill([likert, open]), ['Question “tea”, number 2, removed: “Which tea?”']],
    [
      'one moved, not the two that make room',
      skill([open, likert, single]),
      ['Question “why” moved from 3 to 1.'],
    ],
    [
      'words',
      skill([{ ...likert, text: 'How badly does it fit you?' }, single, open]),
      ['Question “fit” reworded: “well” became “badly”, “you” added.'],
    ],
    [
      'another id',
      skill([likert, single, { ...open, id: 'reason' }]),
      ['Question “why” is called “reason” now.'],
    ],
    [
      'options',
      skill([likert, { ...single, options: ['Green', 'Mint', 'White', 'Rooibos'] }, open]),
      ['Options of “tea”: “Black” removed.', 'Options of “tea”: “White”, “Rooibos” added.'],
    ],
    [
      'their order',
      skill([likert, { ...single, options: ['Mint', 'Green', 'Black'] }, open]),
      ['Options of “tea” reordered: Mint · Green · Black.'],
    ],
    [
      'an option said otherwise',
      skill([likert, { ...single, options: ['Green', 'Black', 'Peppermint'] }, open]),
      ['Option 3 of “tea”: “Mint” became “Peppermint”.'],
    ],
    [
      'a scale',
      skill([
        {
          ...likert,
          labels: ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'],
        },
        single,
        open,
      ]),
      ['Point 3 of the scale of “fit”: “Neither agree nor disagree” became “Neutral”.'],
    ],
    [
      'settings',
      skill([{ ...likert, allowDontKnow: true }, { ...single, rotateOptions: true }, open]),
      ['“Don’t know” is offered for “fit”.', 'Options are shown in a drawn order for “tea”.'],
    ],
    [
      'another type',
      skill([likert, single, { id: 'why', type: 'numeric', text: open.text, min: 0, max: 9 }]),
      [
        'Type of “why” changed from “open” to “numeric”.',
        'Min of “why” set to 0.',
        'Max of “why” set to 9.',
        'Decimals of “why” set to 0.',
      ],
    ],
    [
      'the texts of the skill',
      skill(undefined, { objective: 'Learn which tea is best.', decision: 'What to plant' }),
      ['Objective reworded: “liked” became “best”.', 'Decision it informs added.'],
    ],
  ])('%s', (_, after, sentences) => {
    expect(say(skill(), after)).toEqual(sentences)
  })
})

const text = fc
  .array(fc.constantFrom(...'a b c is not {{x}} , . é 😀'.split(' ')))
  .map((it) => it.join(' '))

it('runs of words make up both texts', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = wordRuns(before, after)
      const without = (kind: string) =>
        runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
})

it('says something exactly when something changed, and as many moves as are needed', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 })
  const body = (order: readonly string[]) =>
    skill(order.map((id) => ({ id, type: 'open', text: `What is ${id.repeat(9)}?` })))
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      const changes = skillDifference(body(before), body(after))
      const count = (kind: string) => changes.filter((change) => change.kind === kind).length
      expect(changes.length === 0).toBe(before.join() === after.join())
      expect(before.length - count('question-removed') + count('question-added')).toBe(after.length)
      expect(count('question-moved')).toBeLessThan(Math.max(1, before.length))
    }),
  )
})

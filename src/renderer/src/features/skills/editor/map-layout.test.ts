import { expect, it } from 'vitest'
import { Question } from '../../../../../shared/contract/questions.ts'
import { logicEdges } from '../../../../../main/engine/domain/skills/logic/in-words.ts'
import { mapArcs } from './map-layout.ts'

const is = { questionId: 'a', op: 'answered' }
const question = (more: object) => Question.parse({ type: 'open', text: 'Well?', ...more })

it('tells what always follows from what follows under a condition and from a jump', () => {
  const questions = [
    question({
      id: 'a',
      skipTo: [
        { when: is, to: '$end' },
        { when: is, to: 'b' },
      ],
    }),
    question({ id: 'b', showIf: is }),
    question({ id: 'c' }),
  ]
  const arcs = mapArcs(['a', 'b', 'c'], logicEdges(questions))
  expect(arcs.map(({ kind, edge }) => [kind, edge.from, edge.to])).toEqual([
    ['jump', 'a', '$end'],
    ['jump', 'a', 'b'],
    ['if', 'a', 'b'],
    ['next', 'b', 'c'],
    ['next', 'c', '$end'],
  ])
})

it('leaves out what leads nowhere', () => {
  expect(mapArcs(['a'], [{ from: 'a', to: 'gone', when: null }])).toEqual([])
})

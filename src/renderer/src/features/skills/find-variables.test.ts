import { expect, it } from 'vitest'
import { Question } from '../../../../shared/contract/skills.ts'
import { findVariables } from './find-variables.ts'

it('finds variables at any depth, each once, and leaves earlier answers out', () => {
  const questions = [
    { id: 'how', type: 'open', text: 'Why {{ brand }}, given {{answers.like}}?' },
    { id: 'which', type: 'single', text: 'Which?', options: ['{{brand}}', 'At {{low price}}'] },
  ].map((question) => Question.parse(question))
  expect(findVariables({ instructions: 'You are in {{city}}.', questions })).toEqual([
    'city',
    'brand',
    'low price',
  ])
})

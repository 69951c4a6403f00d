import { expect, it } from 'vitest'
import { functionWordsOf } from './function-words.ts'
import { words } from './tokenize.ts'

const left = (text: string) => {
  const spoken = words(text)
  const grammar = functionWordsOf(spoken)
  return spoken.filter((word) => !grammar.has(word)).join(' ')
}

it.each([
  ['Das Bad war schmutzig und die Betten sind weich', 'bad schmutzig betten weich'],
  ['Le petit déjeuner est très bon et le café aussi', 'petit déjeuner bon café'],
  ['El desayuno es muy bueno pero caro', 'desayuno bueno caro'],
  ['La colazione è molto buona ma cara', 'colazione buona cara'],
  ['Het ontbijt is heel lekker maar te duur', 'ontbijt lekker duur'],
  ['O café da manhã é muito bom', 'café manhã bom'],
])('leaves what a text is about: %s', (text, about) => {
  expect(left(text)).toBe(about)
})

it('takes no word from English', () => {
  for (const text of [
    'Man of war',
    'They die in the war',
    'My son sent me as well',
    'No vacancies',
    'War memories',
    'Men want more sobriety',
    'Too dear for a short hop',
    '',
  ])
    expect(left(text)).toBe(words(text).join(' '))
})

import { codeAnswers } from './code-answers.ts'
import type { CodebookStart, CodebookState } from './codebook.ts'
import type { OpenAnswers } from './coding-of.ts'

/**
 * A codebook taken over by other answers to the same question: each goes to the theme whose answers
 * in `source` it is nearest to, else to the one whose keywords it uses, else to none.
 */
export function carryOver(
  { themes, coded }: Pick<CodebookState, 'themes' | 'coded'>,
  source: OpenAnswers,
  target: OpenAnswers,
): CodebookStart {
  const indexOf = new Map(themes.map(({ id }, i) => [id, i]))
  const known = source.taskIds.map((task) => {
    const theme = coded.get(task) ?? null
    return theme === null ? -1 : (indexOf.get(theme) ?? -1)
  })
  const dimensions = source.vectors.find((vector) => vector)?.length
  // Another embedding model's vectors say nothing beside these: words are left.
  const vectors = target.vectors.map((vector) =>
    vector?.length === dimensions ? vector : undefined,
  )
  const { themeOf } = codeAnswers(themes, [...known, ...target.taskIds.map(() => undefined)], {
    texts: [...source.texts, ...target.texts],
    vectors: [...source.vectors, ...vectors],
  })
  const found = themeOf.slice(source.taskIds.length)
  return {
    themes: themes.map(({ id, label, keywords }) => ({ id, label, keywords })),
    coded: target.taskIds.flatMap((task, row) =>
      target.texts[row] === undefined ? [] : [[task, themes[found[row]!]?.id ?? null] as const],
    ),
  }
}

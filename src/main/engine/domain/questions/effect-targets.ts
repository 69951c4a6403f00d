import type { Question } from '../../../../shared/contract/questions.ts'

/**
 * What a planted effect can name as its option: options, rows, levels as "attribute=level".
 *
 * @returns undefined where an effect acts on the whole answer and names nothing
 */
export function effectTargets(question: Question): readonly string[] | undefined {
  switch (question.type) {
    case 'single':
    case 'multi':
    case 'rank':
    case 'allocation':
    case 'maxdiff':
      return question.options
    case 'matrix':
      return question.rows
    case 'conjoint':
      return question.attributes.flatMap(({ name, levels }) =>
        levels.map((level) => `${name}=${level}`),
      )
    default:
      return undefined
  }
}

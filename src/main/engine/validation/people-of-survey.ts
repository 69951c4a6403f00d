import type { Recode } from '../../../shared/contract/validation-matches.ts'
import { NO_ANSWER, type SurveyColumnData } from '../domain/surveys/survey-data.ts'
import { NO_CODE } from '../domain/validation/persona-sample.ts'
import { invalidInput } from '../http/invalid-input.ts'

type Target = { readonly value: string; readonly label: string }
type Where = { readonly path: readonly (string | number)[]; readonly what: string }

/**
 * People's answers as indexes of a question's: shape [rows], `NO_CODE` for those left out.
 *
 * @throws EngineError `invalid_input` naming an answer that nothing was said about, or a target that
 *   is none
 */
export function recodedAnswers(
  { codes, values, id }: SurveyColumnData,
  recodes: readonly Recode[],
  targets: readonly Target[],
  { path, what }: Where,
): Int16Array {
  const fail = (message: string) => invalidInput([{ path, message }])
  const place = new Map(targets.map(({ value }, i) => [value, i]))
  const to = new Map<string, number>()
  for (const { from, to: target } of recodes) {
    const at = target === null ? NO_CODE : place.get(target)
    if (at === undefined)
      throw fail(
        `recodes "${from}" to "${target}", which is none of the answers to ${what}: ${targets.map(({ value }) => value).join(', ')}`,
      )
    to.set(from, at)
  }
  const given = new Set(codes)
  const unmatched = values.filter((value, code) => given.has(code) && !to.has(value))
  if (unmatched.length > 0)
    throw fail(
      `"${id}" has the ${unmatched.length === 1 ? 'answer' : 'answers'} ${unmatched.map((value) => `"${value}"`).join(', ')}, matched to no answer of ${what}: recode or leave out`,
    )
  const byCode = values.map((value) => to.get(value) ?? NO_CODE)
  return Int16Array.from(codes, (code) => (code === NO_ANSWER ? NO_CODE : byCode[code]!))
}

import type { ThemeAssignment } from '../evidence/evidence-input.ts'
import { codeAnswers, type Answered } from './code-answers.ts'
import type { CodebookTheme } from './codebook.ts'
import { findThemes } from './find-themes.ts'

/** A codebook as it stands. Plain data: it crosses to a worker as it is. */
export type KeptCodebook = {
  readonly themes: readonly CodebookTheme[]
  readonly coded: readonly (readonly [taskId: string, themeId: string | null])[]
  /** It cannot be fitted to the differences that it is compared by. */
  readonly isFrozen?: boolean
}

/** Row by row. */
export type OpenAnswers = Answered & {
  readonly taskIds: readonly string[]
  /** The question they answer. */
  readonly asked: string
}

/** The coding evidence uses: the user's codebook where there is one, else the themes found. */
export function codingOf(
  answers: OpenAnswers,
  seed: string,
  codebook: KeptCodebook | undefined,
): ThemeAssignment {
  if (!codebook) return findThemes(answers.texts, answers.vectors, seed, answers)
  const { themes } = codebook
  const indexOf = new Map(themes.map(({ id }, i) => [id, i]))
  const byTask = new Map(codebook.coded)
  const coded = answers.taskIds.map((task) => {
    const theme = byTask.get(task)
    if (theme === undefined) return undefined
    return theme === null ? -1 : (indexOf.get(theme) ?? -1)
  })
  return { ...codeAnswers(themes, coded, answers), isFixed: codebook.isFrozen ?? false }
}

/** Seed of a question's themes: the same study elsewhere has the same themes. */
export function themeSeedOf(studySeed: string | number, questionId: string): string {
  return `${studySeed}:${questionId}`
}

import type { CodebookEditRequest } from '../../../shared/contract/codebooks.ts'
import { carryOver } from '../domain/themes/carry-over.ts'
import { foldCodebook, type CodebookEvent, type CodebookStart } from '../domain/themes/codebook.ts'
import { codingOf, type KeptCodebook, type OpenAnswers } from '../domain/themes/coding-of.ts'
import { findThemes } from '../domain/themes/find-themes.ts'
import { packPoints } from '../domain/themes/points.ts'
import { themeFindings, type ThemesInput } from '../domain/themes/question-themes.ts'
import { resolveEdit, type EditContext } from '../domain/themes/resolve-edit.ts'
import { stabilityOf, type Stability } from '../domain/themes/stability.ts'
import { answerOnce } from '../workers/answer-once.ts'

type Coded = {
  readonly answers: OpenAnswers
  readonly seed: string
  readonly codebook: KeptCodebook | undefined
}
export type ThemesWork =
  | ({ readonly kind: 'code' } & Coded)
  | ({ readonly kind: 'page'; readonly isFrozen: boolean } & Coded &
      Pick<ThemesInput, 'input' | 'questionId'>)
  | {
      readonly kind: 'edit'
      readonly request: CodebookEditRequest
      readonly context: EditContext
    }
  | {
      readonly kind: 'carry'
      readonly start: CodebookStart
      readonly events: readonly CodebookEvent[]
      readonly source: OpenAnswers
      readonly target: OpenAnswers
    }

answerOnce<ThemesWork, unknown>((work) => {
  switch (work.kind) {
    case 'code':
      return codingOf(work.answers, work.seed, work.codebook)
    case 'page':
      return pageOf(work)
    case 'edit':
      return resolveEdit(work.request, work.context)
    case 'carry':
      return carryOver(foldCodebook(work.start, work.events), work.source, work.target)
  }
})

function pageOf(work: Extract<ThemesWork, { kind: 'page' }>) {
  const { answers, seed, codebook } = work
  const clusters = findThemes(answers.texts, answers.vectors, seed, answers)
  const found = codebook ? codingOf(answers, seed, codebook) : clusters
  const { input, questionId, isFrozen } = work
  const stability = stabilityOfClusters(answers, clusters, seed)
  return themeFindings({ input, questionId, found, stability, isBook: !!codebook, isFrozen })
}

function stabilityOfClusters(
  { texts, vectors }: OpenAnswers,
  { themeOf, labels }: ReturnType<typeof findThemes>,
  seed: string,
): Stability | undefined {
  const rows = [...texts.keys()].filter((row) => texts[row] !== undefined && vectors[row])
  return stabilityOf(
    packPoints(rows.map((row) => vectors[row]!)),
    rows.map((row) => themeOf[row]!),
    { themes: labels.length, seed },
  )
}

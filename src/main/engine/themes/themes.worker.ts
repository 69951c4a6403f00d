import type { CodebookEditRequest } from '../../../shared/contract/codebooks.ts'
import type { ThemeStability } from '../../../shared/contract/themes.ts'
import type { ThemeAssignment } from '../domain/evidence/evidence-input.ts'
import { carryOver } from '../domain/themes/carry-over.ts'
import { foldCodebook, type CodebookEvent, type CodebookStart } from '../domain/themes/codebook.ts'
import { codingOf, type KeptCodebook, type OpenAnswers } from '../domain/themes/coding-of.ts'
import { findThemes } from '../domain/themes/find-themes.ts'
import { packPoints } from '../domain/themes/points.ts'
import {
  describeStability,
  themeFindings,
  type ThemesInput,
} from '../domain/themes/question-themes.ts'
import { resolveEdit, type EditContext } from '../domain/themes/resolve-edit.ts'
import { stabilityOf } from '../domain/themes/stability.ts'
import { answerOnce } from '../workers/answer-once.ts'

type Coded = {
  readonly answers: OpenAnswers
  readonly seed: string
  readonly codebook: KeptCodebook | undefined
}
export type ThemesWork =
  | ({ readonly kind: 'code' } & Coded)
  | ({
      readonly kind: 'page'
      readonly isFrozen: boolean
      readonly stability: ThemeStability | null | undefined
    } & Coded &
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
  const { answers, seed, codebook, input, questionId, isFrozen } = work
  const clusters = codebook && work.stability !== undefined ? undefined : findAgain(answers, seed)
  const found = codebook ? codingOf(answers, seed, codebook) : clusters!
  const stability =
    work.stability ?? (clusters ? stabilityOfClusters(answers, clusters, seed) : null)
  return themeFindings({ input, questionId, found, stability, isBook: !!codebook, isFrozen })
}

function findAgain(answers: OpenAnswers, seed: string): ThemeAssignment {
  return findThemes(answers.texts, answers.vectors, seed, answers)
}

function stabilityOfClusters(
  { texts, vectors }: OpenAnswers,
  { themeOf, labels }: ThemeAssignment,
  seed: string,
): ThemeStability | null {
  const rows = [...texts.keys()].filter((row) => texts[row] !== undefined && vectors[row])
  const found = stabilityOf(
    packPoints(rows.map((row) => vectors[row]!)),
    rows.map((row) => themeOf[row]!),
    { themes: labels.length, seed },
  )
  return found ? describeStability(found) : null
}

import { setImmediate } from 'node:timers/promises'
import type { ThemeDetail } from '../../../../shared/contract/themes.ts'
import type { ReadDb } from '../../db/schema.ts'
import type { ThemeAssignment } from '../../domain/evidence/evidence-input.ts'
import { foldCodebook } from '../../domain/themes/codebook.ts'
import { codingOf, themeSeedOf } from '../../domain/themes/coding-of.ts'
import { themeFindings } from '../../domain/themes/question-themes.ts'
import { UNCLEAR } from '../../domain/themes/theme-evidence.ts'
import { listCodebooks } from '../../themes/codebooks.repo.ts'
import { toEvidenceInput, type RunRecord } from '../gather.ts'
import { findVectorsByRow } from '../open-answers.ts'

/** How the answers to one open question are coded: as evidence codes them. */
export type OpenCoding = {
  readonly themes: readonly NamedTheme[]
  /** Name of the theme of each valid answer, by task; none where there are too few for themes. */
  readonly themeOf: ReadonlyMap<string, string>
  /** The themes with their numbers, by group, and quotes. */
  readonly details: readonly ThemeDetail[]
  /** Whether the themes were fixed before groups are compared, in words. */
  readonly note: string
}
/** By question. */
export type OpenCodings = ReadonlyMap<string, OpenCoding>
export type NamedTheme = {
  readonly id: string
  /** Its label; two themes of one label have their id with it. */
  readonly name: string
  readonly keywords: readonly string[]
}

/** The codings of all open questions of a run. */
export async function openCodings(db: ReadDb, record: RunRecord): Promise<OpenCodings> {
  const { run, manifest, tasks } = record
  const open = manifest.skill.body.questions.filter(({ type }) => type === 'open')
  if (open.length === 0) return new Map()
  const codebooks = await listCodebooks(db, run.id)
  const input = toEvidenceInput(record, null)
  const taskIds = tasks.map(({ taskId }) => taskId)
  const found = new Map<string, OpenCoding>()
  for (const { id, text } of open) {
    const stored = codebooks.find(({ questionId }) => questionId === id)
    const state = stored && foldCodebook(stored.start, stored.events)
    const answers = input.answers[id]!
    const texts = answers.map((answer) => (answer?.status === 'valid' ? answer.text : undefined))
    const vectors = await findVectorsByRow(db, run.id, id, tasks)
    const assignment = codingOf(
      { asked: text, taskIds, texts, vectors },
      themeSeedOf(manifest.study.design.randomSeed, id),
      state && { themes: state.themes, coded: [...state.coded] },
    )
    const { themes: details, comparisonNote: note } = themeFindings({
      input,
      questionId: id,
      found: assignment,
      stability: null,
      isBook: state !== undefined,
      isFrozen: state?.frozenAt != null,
    })
    found.set(id, { ...namesOf(assignment, { taskIds, texts }), details, note })
    await setImmediate()
  }
  return found
}

function namesOf(
  { labels, themeOf }: ThemeAssignment,
  { taskIds, texts }: { taskIds: readonly string[]; texts: readonly (string | undefined)[] },
): Pick<OpenCoding, 'themes' | 'themeOf'> {
  if (labels.length === 0) return { themes: [], themeOf: new Map() }
  const all = [...labels, UNCLEAR]
  const count = (label: string) => all.filter((one) => one.label === label).length
  const themes = all.map(({ id, label, keywords }) => ({
    id,
    name: count(label) > 1 ? `${label} (${id})` : label,
    keywords,
  }))
  // −1 is the last one: what has no theme.
  const given = taskIds.flatMap((task, row) =>
    texts[row] === undefined ? [] : [[task, themes.at(themeOf[row]!)!.name] as const],
  )
  return { themes, themeOf: new Map(given) }
}

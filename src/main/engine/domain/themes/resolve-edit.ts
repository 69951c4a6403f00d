import type { CodebookEditRequest } from '../../../../shared/contract/codebooks.ts'
import { usesKeyword } from './code-answers.ts'
import {
  foldCodebook,
  unusedThemeIds,
  type CodebookEdit,
  type CodebookEvent,
  type CodebookStart,
  type CodebookState,
} from './codebook.ts'
import type { OpenAnswers } from './coding-of.ts'
import { findThemes } from './find-themes.ts'

export type EditContext = {
  readonly start: CodebookStart
  readonly events: readonly CodebookEvent[]
  readonly answers: OpenAnswers
  readonly seed: string
}

/** The edit with all it takes to replay it, or why it cannot be made. */
export type Resolved = { readonly edit: CodebookEdit } | { readonly refused: string }

/** Checks what a user asks for against the codebook as it stands, and works out what it means. */
export function resolveEdit(request: CodebookEditRequest, context: EditContext): Resolved {
  const state = foldCodebook(context.start, context.events)
  const missing = namedIn(request).find((id) => !state.themes.some((theme) => theme.id === id))
  if (missing !== undefined) return { refused: `There is no theme ${missing} in this codebook` }
  switch (request.type) {
    case 'rename':
      return isTaken(state, request.label, [request.themeId])
        ? { refused: `Another theme is called “${request.label}”` }
        : { edit: request }
    case 'merge':
      return resolveMerge(request, state)
    case 'split':
      return resolveSplit(request, state, context)
    case 'add':
      return resolveAdd(request, state, context)
    case 'assign':
      return resolveAssign(request, context)
    default:
      return { edit: request }
  }
}

function namedIn(request: CodebookEditRequest): readonly string[] {
  if ('themeIds' in request) return request.themeIds
  return 'themeId' in request && request.themeId !== null ? [request.themeId] : []
}

function isTaken({ themes }: CodebookState, label: string, but: readonly string[] = []): boolean {
  const wanted = label.toLowerCase()
  return themes.some(({ id, label: other }) => !but.includes(id) && other.toLowerCase() === wanted)
}

type RequestOf<T extends CodebookEditRequest['type']> = Extract<CodebookEditRequest, { type: T }>

function resolveMerge({ themeIds, label }: RequestOf<'merge'>, state: CodebookState): Resolved {
  const ids = [...new Set(themeIds)]
  if (ids.length < 2) return { refused: 'A merge needs two themes that differ' }
  const own = state.themes.find(({ id }) => id === ids[0])!.label
  if (label !== undefined && isTaken(state, label, ids))
    return { refused: `Another theme is called “${label}”` }
  return { edit: { type: 'merge', themeIds: ids, label: label ?? own } }
}

function resolveSplit(
  { themeId, parts: wanted }: RequestOf<'split'>,
  { themes, coded }: CodebookState,
  { start, events, answers, seed }: EditContext,
): Resolved {
  const isOwn = answers.taskIds.map((task) => coded.get(task) === themeId)
  const own = answers.texts.map((text, row) => (isOwn[row] ? text : undefined))
  const found = findThemes(own, answers.vectors, `${seed}:${themeId}`, {
    themes: wanted,
    asked: answers.asked,
  })
  if (found.labels.length < wanted)
    return { refused: `This theme has too few answers for ${wanted} parts` }
  const ids = unusedThemeIds(start, events, wanted)
  const others = new Set(themes.filter(({ id }) => id !== themeId).map(({ label }) => label))
  return {
    edit: {
      type: 'split',
      themeId,
      parts: found.labels.map(({ label, keywords }, part) => ({
        id: ids[part]!,
        label: others.has(label) ? `${label} (${ids[part]})` : label,
        keywords,
        taskIds: answers.taskIds.filter((_, row) => isOwn[row] && found.themeOf[row] === part),
      })),
    },
  }
}

function resolveAdd(
  { label, keywords, from }: RequestOf<'add'>,
  state: CodebookState,
  { start, events, answers }: EditContext,
): Resolved {
  if (isTaken(state, label)) return { refused: `Another theme is called “${label}”` }
  const taskIds = answers.taskIds.filter((task, row) => {
    const text = answers.texts[row]
    const isFree = from === 'all' || (state.coded.get(task) ?? null) === null
    return text !== undefined && isFree && usesKeyword(text, keywords)
  })
  const [id] = unusedThemeIds(start, events, 1)
  return { edit: { type: 'add', theme: { id: id!, label, keywords }, taskIds } }
}

function resolveAssign(request: RequestOf<'assign'>, { answers }: EditContext): Resolved {
  const known = new Set(answers.taskIds)
  const stranger = request.taskIds.find((task) => !known.has(task))
  if (stranger !== undefined)
    return { refused: `Task ${stranger} has no valid answer to this question` }
  return { edit: request }
}

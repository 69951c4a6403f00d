/** A codebook is what its events make of its start. Nothing is ever removed: undo is an event, too. */

export type CodebookTheme = {
  /** Never used again, also after the theme is gone. */
  readonly id: string
  readonly label: string
  readonly keywords: readonly string[]
}

/** Which theme each coded answer has, by task; null: read and found to have none. */
export type Coding = ReadonlyMap<string, string | null>

export type CodebookStart = {
  readonly themes: readonly CodebookTheme[]
  readonly coded: readonly (readonly [taskId: string, themeId: string | null])[]
}

/** What was resolved when it was made: replaying needs no model and no clustering. */
export type CodebookEdit =
  | { readonly type: 'rename'; readonly themeId: string; readonly label: string }
  | { readonly type: 'keywords'; readonly themeId: string; readonly keywords: readonly string[] }
  /** The first takes the answers of the others, which are gone then. */
  | { readonly type: 'merge'; readonly themeIds: readonly string[]; readonly label: string }
  | {
      readonly type: 'split'
      readonly themeId: string
      readonly parts: readonly (CodebookTheme & { readonly taskIds: readonly string[] })[]
    }
  | { readonly type: 'add'; readonly theme: CodebookTheme; readonly taskIds: readonly string[] }
  | {
      readonly type: 'assign'
      readonly taskIds: readonly string[]
      readonly themeId: string | null
    }
  | { readonly type: 'order'; readonly themeIds: readonly string[] }
  /** Its answers have no theme then. */
  | { readonly type: 'delete'; readonly themeId: string }

export type CodebookEvent =
  | { readonly type: 'edit'; readonly at: number; readonly edit: CodebookEdit }
  | { readonly type: 'undo' | 'redo' | 'freeze' | 'unfreeze'; readonly at: number }

export type CodebookState = {
  readonly themes: readonly CodebookTheme[]
  readonly coded: Coding
  /** ms; null while it can be edited. */
  readonly frozenAt: number | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Edits that hold, oldest first. */
  readonly edits: readonly CodebookEdit[]
}

/**
 * The codebook after its events.
 *
 * @param builtIn  leaves out what the user assigned answer by answer: the coding to compare people's
 *   own with
 */
export function foldCodebook(
  start: CodebookStart,
  events: readonly CodebookEvent[],
  { builtIn = false }: { builtIn?: boolean } = {},
): CodebookState {
  const { done, undone, frozenAt } = settleEvents(events)
  const first = { themes: start.themes, coded: new Map(start.coded) }
  const edits = builtIn ? done.filter(({ type }) => type !== 'assign') : done
  const { themes, coded } = edits.reduce(applyEdit, first)
  const isOpen = frozenAt === null
  return {
    themes,
    coded,
    frozenAt,
    canUndo: isOpen && done.length > 0,
    canRedo: isOpen && undone.length > 0,
    edits: done,
  }
}

function settleEvents(events: readonly CodebookEvent[]) {
  const done: CodebookEdit[] = []
  const undone: CodebookEdit[] = []
  let frozenAt: number | null = null
  for (const event of events) {
    if (event.type === 'edit') {
      done.push(event.edit)
      undone.length = 0
    } else if (event.type === 'undo') {
      const last = done.pop()
      if (last) undone.push(last)
    } else if (event.type === 'redo') {
      const next = undone.pop()
      if (next) done.push(next)
    } else frozenAt = event.type === 'freeze' ? event.at : null
  }
  return { done, undone, frozenAt }
}

type Book = { themes: readonly CodebookTheme[]; coded: Map<string, string | null> }

function applyEdit({ themes, coded }: Book, edit: CodebookEdit): Book {
  switch (edit.type) {
    case 'rename':
    case 'keywords': {
      const { type: _type, themeId, ...changed } = edit
      return {
        themes: themes.map((one) => (one.id === themeId ? { ...one, ...changed } : one)),
        coded,
      }
    }
    case 'merge':
      return merge({ themes, coded }, edit.themeIds, edit.label)
    case 'split':
      return split({ themes, coded }, edit.themeId, edit.parts)
    case 'add':
      return { themes: [...themes, edit.theme], coded: assign(coded, edit.taskIds, edit.theme.id) }
    case 'assign':
      return { themes, coded: assign(coded, edit.taskIds, edit.themeId) }
    case 'order':
      return { themes: ordered(themes, edit.themeIds), coded }
    case 'delete':
      return {
        themes: themes.filter(({ id }) => id !== edit.themeId),
        coded: recode(coded, (themeId) => (themeId === edit.themeId ? null : themeId)),
      }
  }
}

function merge({ themes, coded }: Book, themeIds: readonly string[], label: string): Book {
  const [into] = themeIds
  const keywords = [
    ...new Set(themes.filter(({ id }) => themeIds.includes(id)).flatMap((one) => one.keywords)),
  ]
  return {
    themes: themes.flatMap((one) => {
      if (one.id === into) return [{ ...one, label, keywords }]
      return themeIds.includes(one.id) ? [] : [one]
    }),
    coded: recode(coded, (themeId) =>
      themeId !== null && themeIds.includes(themeId) ? into! : themeId,
    ),
  }
}

function split(
  { themes, coded }: Book,
  themeId: string,
  parts: readonly (CodebookTheme & { readonly taskIds: readonly string[] })[],
): Book {
  const partOf = new Map(
    parts.flatMap(({ id, taskIds }) => taskIds.map((task) => [task, id] as const)),
  )
  return {
    themes: themes.flatMap((one) =>
      one.id === themeId
        ? parts.map(({ id, label, keywords }) => ({ id, label, keywords }))
        : [one],
    ),
    coded: new Map(
      [...coded].map(([task, theme]) => [
        task,
        theme === themeId ? (partOf.get(task) ?? null) : theme,
      ]),
    ),
  }
}

function assign(
  coded: ReadonlyMap<string, string | null>,
  taskIds: readonly string[],
  themeId: string | null,
): Map<string, string | null> {
  const next = new Map(coded)
  for (const task of taskIds) next.set(task, themeId)
  return next
}

function recode(
  coded: ReadonlyMap<string, string | null>,
  themeOf: (themeId: string | null) => string | null,
): Map<string, string | null> {
  return new Map([...coded].map(([task, theme]) => [task, themeOf(theme)]))
}

/** Those named come first, in the order named. */
function ordered(themes: readonly CodebookTheme[], ids: readonly string[]): CodebookTheme[] {
  const place = new Map(ids.map((id, i) => [id, i]))
  const of = ({ id }: CodebookTheme) => place.get(id) ?? ids.length
  return themes.toSorted((a, b) => of(a) - of(b))
}

/** `t1`, `t2`… that no theme ever had. */
export function unusedThemeIds(
  start: CodebookStart,
  events: readonly CodebookEvent[],
  count: number,
): string[] {
  const used = new Set(start.themes.map(({ id }) => id))
  for (const event of events) {
    if (event.type !== 'edit') continue
    const { edit } = event
    if (edit.type === 'add') used.add(edit.theme.id)
    if (edit.type === 'split') for (const { id } of edit.parts) used.add(id)
  }
  const ids: string[] = []
  for (let number = 1; ids.length < count; number++)
    if (!used.has(`t${number}`)) ids.push(`t${number}`)
  return ids
}

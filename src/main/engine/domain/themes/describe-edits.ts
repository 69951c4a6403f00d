import {
  foldCodebook,
  type CodebookEdit,
  type CodebookEvent,
  type CodebookStart,
} from './codebook.ts'

export type DescribedEvent = { readonly sentence: string; readonly holds: boolean }

/** Each event in words, with the names themes had when it was made. */
export function describeEvents(
  start: CodebookStart,
  events: readonly CodebookEvent[],
): DescribedEvent[] {
  const { edits } = foldCodebook(start, events)
  const standing = new Set(edits)
  const done: CodebookEdit[] = []
  const undone: CodebookEdit[] = []
  return events.map((event) => {
    const labels = labelsAfter(start, done)
    if (event.type === 'edit') {
      done.push(event.edit)
      undone.length = 0
      return { sentence: describeEdit(event.edit, labels), holds: standing.has(event.edit) }
    }
    if (event.type === 'undo') {
      const last = done.pop()
      if (last) undone.push(last)
      return {
        sentence: `Undid: ${last ? describeEdit(last, labelsAfter(start, done)) : 'nothing'}`,
        holds: true,
      }
    }
    if (event.type === 'redo') {
      const next = undone.pop()
      if (next) done.push(next)
      return {
        sentence: `Did again: ${next ? describeEdit(next, labels) : 'nothing'}`,
        holds: true,
      }
    }
    return {
      sentence: event.type === 'freeze' ? 'Froze the themes' : 'Opened the themes again',
      holds: true,
    }
  })
}

function labelsAfter(start: CodebookStart, edits: readonly CodebookEdit[]): Map<string, string> {
  // Coding does not matter for names, and is most of the work.
  const book = foldCodebook(
    { themes: start.themes, coded: [] },
    edits.map((edit) => ({ type: 'edit', at: 0, edit })),
  )
  return new Map(book.themes.map(({ id, label }) => [id, label]))
}

/** @param labels  by theme, as they were before the edit */
export function describeEdit(edit: CodebookEdit, labels: ReadonlyMap<string, string>): string {
  const name = (id: string) => `“${labels.get(id) ?? id}”`
  const answers = (count: number) => `${count} ${count === 1 ? 'answer' : 'answers'}`
  switch (edit.type) {
    case 'rename':
      return `Renamed ${name(edit.themeId)} to “${edit.label}”`
    case 'keywords':
      return `Changed the keywords of ${name(edit.themeId)} to ${edit.keywords.join(', ') || 'none'}`
    case 'merge':
      return `Merged ${edit.themeIds.map(name).join(', ')} into “${edit.label}”`
    case 'split':
      return `Split ${name(edit.themeId)} into ${edit.parts.map(({ label }) => `“${label}”`).join(', ')}`
    case 'add':
      return `Added “${edit.theme.label}” with ${answers(edit.taskIds.length)}`
    case 'assign':
      return `Moved ${answers(edit.taskIds.length)} to ${edit.themeId === null ? 'other or unclear' : name(edit.themeId)}`
    case 'order':
      return 'Changed the order'
    case 'delete':
      return `Deleted ${name(edit.themeId)}`
  }
}

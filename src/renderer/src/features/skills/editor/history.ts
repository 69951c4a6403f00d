/** How long one may pause in a word before undo stops there. */
const PAUSE_MS = 1500
/** How many steps back are kept. */
const DEPTH = 200

export type History<State> = {
  readonly past: readonly State[]
  readonly present: State
  readonly future: readonly State[]
  /** What was edited last, and when: more of the same soon after is one step. */
  readonly last: { readonly what: string; readonly atMs: number } | null
}

export function startHistory<State>(present: State): History<State> {
  return { past: [], present, future: [], last: null }
}

/** @param edit  `what`: edits of the same thing in quick succession are one step; null: a step of its own */
export function afterEdit<State>(
  history: History<State>,
  next: State,
  edit: { what: string | null; atMs: number },
): History<State> {
  if (Object.is(next, history.present)) return history
  const { last } = history
  const goesOn = last !== null && edit.what === last.what && edit.atMs - last.atMs < PAUSE_MS
  return {
    past: goesOn ? history.past : [...history.past, history.present].slice(-DEPTH),
    present: next,
    future: [],
    last: edit.what === null ? null : { what: edit.what, atMs: edit.atMs },
  }
}

export function undo<State>({ past, present, future }: History<State>): History<State> {
  if (past.length === 0) return { past, present, future, last: null }
  return {
    past: past.slice(0, -1),
    present: past.at(-1)!,
    future: [present, ...future],
    last: null,
  }
}

export function redo<State>({ past, present, future }: History<State>): History<State> {
  const [next, ...rest] = future
  if (next === undefined) return { past, present, future, last: null }
  return { past: [...past, present], present: next, future: rest, last: null }
}

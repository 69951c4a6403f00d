// A questionnaire full of nested conditions and jumps, and a reading of it that shares nothing with
// the workbench: every path is tried, one answer after another.

export type MazeAnswer = 'yes' | 'no' | number | null
export type MazeCondition =
  | { questionId: string; op: string; value?: string | number | (string | number)[] }
  | { all: MazeCondition[] }
  | { any: MazeCondition[] }
  | { not: MazeCondition }
export type MazeQuestion = {
  id: string
  type: 'yesno' | 'likert'
  text: string
  showIf?: MazeCondition
  skipTo?: { when: MazeCondition; to: string }[]
}
/** Answers that can still matter, the newest first; undefined: it was not asked. */
type Memory = readonly (MazeAnswer | undefined)[]

/** How many questions back a condition looks at most. */
const REACH = 3

/** Questions `q0`…; the same for the same seed. */
export function makeMaze(size: number, seed: number): MazeQuestion[] {
  const random = mulberry32(seed)
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]!
  const types = Array.from({ length: size }, (): MazeQuestion['type'] =>
    random() < 0.15 ? 'likert' : 'yesno',
  )

  const test = (from: number, to: number): MazeCondition => {
    const at = from + Math.floor(random() * (to - from))
    const questionId = `q${at}`
    if (random() < 0.1) return { questionId, op: 'answered' }
    return types[at] === 'yesno'
      ? { questionId, op: pick(['eq', 'neq']), value: pick(['yes', 'no']) }
      : { questionId, op: pick(['lt', 'gte']), value: 4 }
  }
  const condition = (from: number, to: number, depth = 0): MazeCondition => {
    const kind = depth > 2 ? 0 : random()
    if (kind < 0.45) return test(from, to)
    if (kind < 0.6) return { not: condition(from, to, depth + 1) }
    const parts = [condition(from, to, depth + 1), condition(from, to, depth + 1)]
    return kind < 0.75 ? { all: parts } : { any: parts }
  }
  return types.map((type, i): MazeQuestion => {
    const from = Math.max(0, i - REACH)
    const ahead = i + 2 + Math.floor(random() * 4)
    return {
      id: `q${i}`,
      type,
      text: `Is ${i} a good number?`,
      ...(i > 0 && random() < 0.5 && { showIf: condition(from, i) }),
      ...(random() < 0.35 && {
        skipTo: [
          {
            when: condition(Math.max(0, i - REACH + 1), i + 1),
            to: ahead < size ? `q${ahead}` : '$end',
          },
        ],
      }),
    }
  })
}

/** Without what nobody is ever asked or led by: a study takes no questionnaire with dead parts. */
export function withoutDeadParts(maze: MazeQuestion[]): MazeQuestion[] {
  for (;;) {
    const { asked } = explore(maze)
    const dead = maze.findIndex((_, i) => !asked.has(i))
    if (dead === -1) return maze
    maze = maze.map((question, i) => {
      const { showIf, skipTo, ...rest } = question
      if (i === dead) return { ...rest, ...(skipTo && { skipTo }) }
      const isPast = skipTo?.some(({ to }) => i < dead && (to === '$end' || number(to) > dead))
      return { ...rest, ...(showIf && { showIf }), ...(skipTo && !isPast && { skipTo }) }
    })
  }
}

/** Places that some answers lead to, and jumps that some answers take, as "place rule". */
export function explore(maze: readonly MazeQuestion[]) {
  const [asked, fired] = [new Set<number>(), new Set<string>()]
  let states = new Map<string, Memory>([['', []]])
  // What waits at a place further on, by place.
  const waiting = new Map<number, Map<string, Memory>>()
  const put = (at: number, memory: Memory) => {
    const there = waiting.get(at) ?? new Map<string, Memory>()
    waiting.set(
      at,
      there.set(
        JSON.stringify(memory.map((it) => it ?? (it === null ? 'none' : 'unasked'))),
        memory,
      ),
    )
  }
  for (let at = 0; at < maze.length; at++) {
    for (const [key, memory] of waiting.get(at) ?? []) states.set(key, memory)
    for (const memory of states.values()) {
      const { showIf, skipTo = [] } = maze[at]!
      if (showIf && !isMet(showIf, lookup(memory, at))) {
        put(at + 1, remember(memory, undefined))
        continue
      }
      asked.add(at)
      for (const answer of answersTo(maze[at]!)) {
        const next = remember(memory, answer)
        const rule = skipTo.findIndex(({ when }) => isMet(when, lookup(next, at + 1)))
        if (rule === -1) {
          put(at + 1, next)
          continue
        }
        fired.add(`${at} ${rule}`)
        const { to } = skipTo[rule]!
        if (to !== '$end') put(number(to), afterJump(next, number(to) - at - 1))
      }
    }
    states = new Map()
  }
  return { asked, fired }
}

/** Ids in the order in which somebody who answers so is asked. */
export function pathOf(
  maze: readonly MazeQuestion[],
  answerTo: (id: string) => MazeAnswer,
): string[] {
  const path: string[] = []
  const given = new Map<string, MazeAnswer>()
  const valueOf = (id: string) => given.get(id)
  for (let at = 0; at < maze.length;) {
    const { id, showIf, skipTo = [] } = maze[at]!
    if (showIf && !isMet(showIf, valueOf)) {
      at += 1
      continue
    }
    path.push(id)
    given.set(id, answerTo(id))
    const jump = skipTo.find(({ when }) => isMet(when, valueOf))
    at = jump === undefined ? at + 1 : jump.to === '$end' ? maze.length : number(jump.to)
  }
  return path
}

function isMet(condition: MazeCondition, valueOf: (id: string) => MazeAnswer | undefined): boolean {
  if ('all' in condition) return condition.all.every((one) => isMet(one, valueOf))
  if ('any' in condition) return condition.any.some((one) => isMet(one, valueOf))
  if ('not' in condition) return !isMet(condition.not, valueOf)
  const value = valueOf(condition.questionId)
  if (value === undefined || value === null) return false
  if (condition.op === 'answered') return true
  if (condition.op === 'eq') return value === condition.value
  if (condition.op === 'neq') return value !== condition.value
  return condition.op === 'lt' ? value < condition.value! : value >= condition.value!
}

const answersTo = ({ type }: MazeQuestion): MazeAnswer[] =>
  type === 'yesno' ? ['yes', 'no', null] : [1, 2, 3, 4, 5, null]
const remember = (memory: Memory, answer: MazeAnswer | undefined): Memory =>
  [answer, ...memory].slice(0, REACH)
const afterJump = (memory: Memory, over: number): Memory =>
  Array.from({ length: over }).reduce<Memory>((last) => remember(last, undefined), memory)
const lookup = (memory: Memory, at: number) => (id: string) => memory[at - 1 - number(id)]
const number = (id: string) => Number(id.slice(1))

function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

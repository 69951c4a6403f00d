import type { CriteriaTree } from '../../../../../shared/contract/cohorts.ts'
import type { Persona } from '../../../../../shared/contract/personas.ts'
import { fieldReader } from '../../criteria/field-value.ts'
import { fieldsOf } from '../../criteria/fields-of.ts'
import { matcherOf } from '../../criteria/matches.ts'
import { clauseOf, fieldName } from '../../criteria/sentence.ts'
import { isSame, memberSet, sizeOf, type MemberSet } from '../member-set.ts'

/** Trees with more criteria than this are not looked through one by one. */
const MOST_CRITERIA = 60

type Node = { readonly tree: CriteriaTree; readonly set: MemberSet; readonly parts: Node[] }

/**
 * What is odd about criteria, in sentences: a field nobody has, a criterion that changes nothing or
 * that leaves nobody, criteria that together leave nobody. Pauses after each criterion.
 */
export function* criteriaNotes(
  criteria: CriteriaTree,
  everybody: readonly Persona[],
): Generator<void, string[]> {
  if (everybody.length === 0 || countLeaves(criteria) > MOST_CRITERIA) return []
  const unknown = yield* fieldsNobodyHas(criteria, everybody)
  const root = yield* evaluate(criteria, everybody)
  const all = memberSet(everybody, () => true)
  const [parts, join] =
    'any' in criteria ? [root.parts, 'any' as const] : [partsOfAll(root), 'all' as const]
  const told = parts.filter(({ tree }) => !fieldsOf(tree).some((field) => unknown.has(field)))
  return [
    ...[...unknown].map((field) => `Nobody has a known ${fieldName(field)}.`),
    ...(sizeOf(root.set) === 0 && unknown.size === 0
      ? leavesNobody(parts, all)
      : told.flatMap((part) => changesNothing(part, { root, parts, join, all }))),
  ]
}

function partsOfAll(root: Node): readonly Node[] {
  return 'all' in root.tree ? root.parts : [root]
}

function leavesNobody(parts: readonly Node[], all: MemberSet): string[] {
  const empty = parts.filter(({ set }) => sizeOf(set) === 0)
  if (empty.length > 0) return empty.map(({ tree }) => `“${clauseOf(tree)}” leaves nobody.`)
  if (parts.length < 2) return []
  const sizes = parts.map(({ tree, set }) => `“${clauseOf(tree)}” ${count(sizeOf(set))}`)
  const without = parts.flatMap((part) => {
    const left = sizeOf(
      intersection(
        parts.filter((one) => one !== part),
        all,
      ),
    )
    return left > 0 ? [`Without “${clauseOf(part.tree)}” there would be ${count(left)}.`] : []
  })
  return [`Together they leave nobody: ${sizes.join(', ')}.`, ...without]
}

type Context = {
  readonly root: Node
  readonly parts: readonly Node[]
  readonly join: 'all' | 'any'
  readonly all: MemberSet
}

function changesNothing(part: Node, { root, parts, join, all }: Context): string[] {
  const others = parts.filter((one) => one !== part)
  const name = `“${clauseOf(part.tree)}”`
  if (join === 'all') {
    if (isSame(part.set, all)) return [`${name} changes nothing: it holds for everybody.`]
    return isSame(intersection(others, all), root.set)
      ? [`${name} changes nothing: the other criteria leave only such people.`]
      : []
  }
  if (isSame(part.set, all))
    return [`${name} lets everybody in: the other criteria change nothing.`]
  if (sizeOf(part.set) === 0) return [`${name} lets nobody in.`]
  return others.length > 0 && isSame(union(others), root.set)
    ? [`${name} changes nothing: the other criteria let all such people in.`]
    : []
}

function* fieldsNobodyHas(
  criteria: CriteriaTree,
  everybody: readonly Persona[],
): Generator<void, ReadonlySet<string>> {
  const unknown = new Set<string>()
  for (const field of fieldsOf(criteria)) {
    const read = fieldReader(field)
    const isKnown = (persona: Persona) => {
      const value = read(persona)
      return value !== undefined && value !== null && value !== ''
    }
    if (!everybody.some(isKnown)) unknown.add(field)
    yield
  }
  return unknown
}

/** Who meets each part of the criteria. */
function* evaluate(tree: CriteriaTree, everybody: readonly Persona[]): Generator<void, Node> {
  if ('field' in tree) {
    const set = memberSet(everybody, matcherOf(tree))
    yield
    return { tree, set, parts: [] }
  }
  const inner = 'all' in tree ? tree.all : 'any' in tree ? tree.any : [tree.not]
  const parts: Node[] = []
  for (const part of inner) parts.push(yield* evaluate(part, everybody))
  const all = memberSet(everybody, () => true)
  const set =
    'all' in tree
      ? intersection(parts, all)
      : 'any' in tree
        ? union(parts)
        : all.map((bits, word) => (bits & ~parts[0]!.set[word]!) >>> 0)
  return { tree, set, parts }
}

function intersection(parts: readonly Node[], all: MemberSet): MemberSet {
  const set = all.slice()
  for (const part of parts)
    for (let word = 0; word < set.length; word++) set[word]! &= part.set[word]!
  return set
}

function union(parts: readonly Node[]): MemberSet {
  const set = parts[0]!.set.slice()
  for (const part of parts)
    for (let word = 0; word < set.length; word++) set[word]! |= part.set[word]!
  return set
}

function countLeaves(tree: CriteriaTree): number {
  if ('field' in tree) return 1
  const inner = 'all' in tree ? tree.all : 'any' in tree ? tree.any : [tree.not]
  return inner.reduce((sum, part) => sum + countLeaves(part), 0)
}

function count(n: number): string {
  return n === 1 ? '1 person' : `${n.toLocaleString('en')} people`
}

/** What is odd about people picked by hand, in sentences. */
export function handPickedNotes(
  {
    criteria,
    additions,
    exclusions,
  }: {
    criteria: CriteriaTree
    additions: readonly string[]
    exclusions: readonly string[]
  },
  everybody: readonly Persona[],
): string[] {
  if (additions.length + exclusions.length === 0) return []
  const meets = matcherOf(criteria)
  const byId = new Map<string, Persona>(everybody.map((persona) => [persona.id, persona]))
  const there = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const excluded = new Set(exclusions)
  const say = (n: number, one: string, many: string) => (n === 0 ? [] : [n === 1 ? one : many])
  const gone = additions.length + exclusions.length - there([...additions, ...exclusions]).length
  const anyway = there(additions).filter(meets).length
  const outside = there(exclusions).filter((one) => !meets(one)).length
  const both = additions.filter((id) => excluded.has(id)).length
  return [
    ...say(
      gone,
      'One picked by hand is not in the workspace any more.',
      `${gone} picked by hand are not in the workspace any more.`,
    ),
    ...say(
      anyway,
      'One added by hand meets the criteria anyway.',
      `${anyway} added by hand meet the criteria anyway.`,
    ),
    ...say(
      outside,
      'One taken out by hand does not meet the criteria anyway.',
      `${outside} taken out by hand do not meet the criteria anyway.`,
    ),
    ...say(
      both,
      'One is added and taken out by hand: out wins.',
      `${both} are added and taken out by hand: out wins.`,
    ),
  ]
}

import type { SkillFileLoss } from '../../../../../shared/contract/skill-files.ts'
import { own } from './parts.ts'
import type { Run, Survey } from './read-survey.ts'

const DEFAULT_BLOCK = 'Default Question Block'

/** Blocks of the same name beside each other are told apart; the one that Qualtrics starts with has none. */
export function blockNames(runs: readonly Run[]): (string | undefined)[] {
  const names: (string | undefined)[] = []
  for (const { name, isShuffled, randomizer } of runs) {
    const isUnnamed = !name || (name === DEFAULT_BLOCK && !isShuffled && randomizer === undefined)
    const base = (name || DEFAULT_BLOCK).slice(0, 90)
    const own = isUnnamed && !isShuffled && randomizer === undefined ? undefined : base
    names.push(own !== undefined && own === names.at(-1) ? `${own} (${names.length + 1})` : own)
  }
  return names
}

/** What changes places, in words of ours; blocks that do not all move together stay. */
export function rotationOf(
  survey: Survey,
  blocks: readonly (string | undefined)[],
  losses: SkillFileLoss[],
): object {
  const asked = new Set(
    survey.placed
      .filter(({ payload }) => own(payload, 'QuestionType') !== 'DB')
      .map(({ run }) => run),
  )
  const runs = survey.runs
    .map((run, i) => ({ ...run, block: blocks[i] }))
    .filter((_, i) => asked.has(i))
  const named = runs.filter(({ block }) => block !== undefined)
  const randomizers = new Set(named.map(({ randomizer }) => randomizer))
  const moves = named.some(({ randomizer }) => randomizer !== undefined)
  if (moves && randomizers.size > 1)
    losses.push({
      questionId: null,
      place: 'Survey',
      kind: 'lost',
      message: 'Some blocks change places at random and others do not: all keep theirs',
    })
  const rotatesBlocks = moves && randomizers.size === 1
  const within = [
    ...new Set(runs.flatMap(({ isShuffled, block }) => (isShuffled && block ? [block] : []))),
  ].slice(0, 50)
  return rotatesBlocks || within.length > 0 ? { rotation: { blocks: rotatesBlocks, within } } : {}
}

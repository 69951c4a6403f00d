import type { MemoryType } from '../../../../../shared/contract/timeline.ts'
import type { TraitScores } from '../traits.ts'
import type { Life } from './life.ts'
import type { Candidate, Memory } from './memory.ts'

/** Which memories a biography tells, in the order in which they happened. */
export function selectMemories(
  all: readonly Candidate[],
  life: Life,
  traits: TraitScores,
): Memory[] {
  const wanted = memoryCount(life)
  const chosen = all.filter(({ weight }) => weight === Number.POSITIVE_INFINITY)
  const add = (memory: Candidate | undefined) => {
    if (memory && !chosen.includes(memory)) chosen.push(memory)
  }
  const ranked = all
    .filter((memory) => !chosen.includes(memory))
    .map((memory) => ({ memory, rank: rank(memory, life) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ memory }) => memory)
  const best = (type: MemoryType) => ranked.find((memory) => memory.type === type)

  add(best('pride'))
  add(best('shame'))
  if (!hasCompany(chosen))
    add(ranked.find(({ emotion }) => emotion === 'love' || emotion === 'joy'))
  if (life.dice.chance(hiddenOdds(life, traits), 'select:repressed')) add(best('repressed'))
  if (life.dice.chance(boastOdds(traits), 'select:exaggerated')) add(best('exaggerated'))
  for (const memory of ranked.filter(({ type }) => type === 'normal')) {
    if (chosen.length >= wanted) break
    add(memory)
  }
  for (const memory of ranked.filter(({ type }) => type === 'pride' || type === 'shame')) {
    if (chosen.length >= wanted) break
    add(memory)
  }
  return chosen.map((memory) => memory.tell()).toSorted((a, b) => a.at - b.at)
}

// Efraimidis–Spirakis: the largest keys are a weighted sample without replacement.
function rank({ kind, weight }: Candidate, { dice }: Life): number {
  return dice.uniform(`select:${kind}`) ** (1 / weight)
}

/** 8–16; young children have lived less. */
function memoryCount({ seed: { age }, dice }: Life): number {
  if (age < 6) return Math.min(8, 2 + age)
  const more = age < 12 ? 1 : age < 18 ? 2 : age < 30 ? 3 : age < 50 ? 5 : 6
  const base = age < 30 ? 8 : 10
  return base + dice.int(0, more, 'select:count')
}

function hasCompany(memories: readonly Candidate[]): boolean {
  return memories.some(({ kind }) => kind.startsWith('met:') || kind === 'best-friend')
}

/** Who is anxious has more that is not spoken of; about one adult in three. Ours. */
function hiddenOdds({ seed }: Life, { neuroticism }: TraitScores): number {
  return seed.age < 14 ? 0 : 0.34 + 0.1 * neuroticism
}

/** Talkative and less modest people have a story that grew. Ours. */
function boastOdds({ extraversion, agreeableness }: TraitScores): number {
  return 0.4 + 0.12 * extraversion - 0.06 * agreeableness
}

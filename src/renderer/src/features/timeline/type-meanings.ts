import type { MemoryType } from '../../../../shared/contract/timeline.ts'

/** What a type does to recall and answer, in half a sentence. */
export const typeMeanings: Record<MemoryType, string> = {
  normal: 'told naturally when it is relevant',
  pride: 'told gladly, at times without being asked',
  shame: 'deflected or played down until pressed',
  repressed: 'out of reach until pressure or a trigger opens it',
  revised: 'a correction: told as the truth, in place of what it replaced',
  exaggerated: 'told bigger than the facts, which stay as they are',
}

import { answerEach } from '../workers/answer-each.ts'
import type { PatternWork } from './match-pattern.ts'

/** The first match, or null. */
answerEach<PatternWork, string | null>(
  async ({ pattern, caseSensitive, text }) =>
    new RegExp(pattern, caseSensitive ? 'u' : 'iu').exec(text)?.[0] ?? null,
)

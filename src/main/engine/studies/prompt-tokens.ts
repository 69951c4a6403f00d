import type { PopulationVersionId, PersonaId, TenantId } from '../../../shared/contract/ids.ts'
import type { Persona } from '../../../shared/contract/personas.ts'
import type { SkillBody } from '../../../shared/contract/skills.ts'
import type { StudyDesign } from '../../../shared/contract/studies.ts'
import type { ReadDb } from '../db/schema.ts'
import { estimateTokens } from '../domain/memory/token-estimate.ts'
import { buildMessages } from '../domain/prompting/build-messages.ts'
import { wholePortrait, type Portrait } from '../domain/prompting/portrait.ts'
import { estimateTaskTokens } from '../domain/studies/estimate-tokens.ts'
import { findPersonas } from '../personas/find-personas.ts'

/** Personas whose prompts are looked at where no run tells. */
const SAMPLE = 5
/** Tokens of eight memories, where recall is on: about what the sample study's runs show. */
const MEMORIES_IN = 400

export type AskedSkill = Pick<SkillBody, 'instructions' | 'questions' | 'evaluation'>

/** Input tokens of all questions of one task, the earlier ones in each prompt. */
export function promptTokens(
  people: readonly Persona[],
  design: StudyDesign,
  skill: AskedSkill,
  portrait: Portrait = wholePortrait,
): number {
  if (people.length === 0) return 0
  const sums = people
    .slice(0, SAMPLE)
    .map((persona) => tokensOfTask(persona, design, skill, portrait))
  return sums.reduce((sum, tokens) => sum + tokens, 0) / sums.length
}

/** A few of a frozen version, for their prompts. */
export async function samplePersonas(
  db: ReadDb,
  tenantId: TenantId,
  versionId: PopulationVersionId,
): Promise<Persona[]> {
  const members = await db
    .selectFrom('population_member')
    .where('population_version_id', '=', versionId)
    .orderBy('persona_id')
    .limit(SAMPLE)
    .select('persona_id')
    .execute()
  const ids = members.map(({ persona_id: id }) => id as PersonaId)
  return [...(await findPersonas(db, tenantId, ids)).values()]
}

function tokensOfTask(
  persona: Persona,
  { recall }: StudyDesign,
  skill: AskedSkill,
  portrait: Portrait,
): number {
  const perAnswer = estimateTaskTokens(skill.questions) / skill.questions.length
  const history: number[] = []
  let total = 0
  for (const question of skill.questions) {
    const messages = buildMessages({
      persona,
      portrait,
      mood: persona.moodBaseline,
      recalled: [],
      history: [],
      userPrompt: JSON.stringify(question),
      instructions: skill.instructions,
      today: '2026-01-01',
    })
    const prompt = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0)
    const before = history.reduce((sum, tokens) => sum + tokens, 0)
    total += prompt + before + (recall && portrait.told === 'whole' ? MEMORIES_IN : 0)
    history.push(estimateTokens(question.text) + perAnswer)
  }
  return total
}

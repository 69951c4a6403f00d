import type { KnowledgeArea } from '../../../../shared/contract/personas.ts'
import type { Life } from './biography/life.ts'
import { inSentence, withArticle } from './grammar.ts'
import { toPercentile, type TraitScores } from './traits.ts'

/** What somebody knows about, best known first; each area says where it comes from. */
export function drawKnowledge(life: Life, traits: TraitScores): KnowledgeArea[] {
  const areas = [
    ...fromWork(life, traits),
    ...fromStudies(life, traits),
    fromPlace(life),
    ...fromHobbies(life, traits),
  ]
  const seen = new Set<string>()
  return areas
    .filter(({ topic }) => !seen.has(topic) && seen.add(topic))
    .toSorted((a, b) => b.level - a.level)
}

function fromWork(life: Life, traits: TraitScores): KnowledgeArea[] {
  const { occupation, jobs, dice, seed } = life
  const years = jobs.reduce((sum, { from, to }) => sum + (to ?? seed.age) - from, 0)
  const count = dice.int(2, 4, 'knowledge:work-count')
  return dice.sample(occupation.family.topics, count, 'knowledge:work').map((topic, i) => ({
    topic,
    level: levelOf(
      life,
      topic,
      0.35 + Math.log1p(years) / 2.6 - i * 0.3 + 0.25 * traits.conscientiousness,
    ),
    origin: workOrigin(life, years),
  }))
}

function workOrigin({ occupation, jobs, seed }: Life, years: number): string {
  if (seed.age < 15) return 'school and the playground'
  if (occupation.status === 'learning') return 'studies and the people there'
  if (occupation.status === 'household') return 'running a household'
  const title = withArticle(inSentence(jobs.at(-1)?.title ?? (occupation.title || 'worker')))
  if (years < 1.5) return `a first year as ${title}`
  return `${Math.round(years)} years of work, most of it as ${title}`
}

function fromStudies(life: Life, traits: TraitScores): KnowledgeArea[] {
  const study = life.stages.findLast(({ kind }) => kind !== 'primary' && kind !== 'secondary')
  if (!study) return []
  const base = {
    vocational: 0.3,
    bachelor: 0.4,
    master: 0.8,
    doctorate: 1.4,
    primary: 0,
    secondary: 0,
  }
  const origin =
    study.to === null ? `studying it in ${study.place}` : `${origins[study.kind]} in ${study.place}`
  return [
    {
      topic: study.field,
      level: levelOf(life, study.field, base[study.kind] + 0.2 * traits.openness),
      origin,
    },
  ]
}

const origins = {
  primary: 'school',
  secondary: 'school',
  vocational: 'an apprenticeship',
  bachelor: 'a degree',
  master: "a master's degree",
  doctorate: 'a doctorate',
} as const

function fromPlace(life: Life): KnowledgeArea {
  const since = life.residences.at(-1)!.from
  const years = Math.round(life.seed.age - since)
  const topic = `everyday life in ${life.city}`
  return {
    topic,
    level: levelOf(life, topic, -0.4 + Math.log1p(Math.max(0, years)) / 2.8),
    origin:
      since === 0
        ? 'a whole life there'
        : years < 2
          ? 'having moved there not long ago'
          : `${years} years there`,
  }
}

function fromHobbies(life: Life, traits: TraitScores): KnowledgeArea[] {
  return life.hobbies.map((hobby) => ({
    topic: hobby,
    level: levelOf(life, hobby, (life.seed.age < 12 ? -1 : -0.1) + 0.2 * traits.openness),
    origin: life.dice.pick(
      [
        'evenings and weekends',
        'a passion since youth',
        'reading everything about it',
        'a neighbour who showed how',
        'years of doing it badly first',
      ].slice(life.seed.age < 22 ? 2 : 0),
      `knowledge:origin:${hobby}`,
    ),
  }))
}

/** Children know less of anything. */
function levelOf({ dice, seed }: Life, topic: string, score: number): number {
  const young = seed.age < 18 ? (18 - seed.age) * 0.1 : 0
  return Math.round(toPercentile(score - young + 0.5 * dice.normal(`knowledge:${topic}`)))
}

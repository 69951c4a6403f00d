import type { PersonaSeed } from '../../../../../shared/contract/personas.ts'
import type { Dice } from '../dice.ts'
import { completionAge, educationLevels, readEducation, type EducationLevel } from '../education.ts'
import { readField, type Occupation } from '../occupations/read-occupation.ts'
import type { Stage, StageKind } from './life.ts'

export type EducationPlan = {
  /** The highest level reached by now. */
  level: EducationLevel
  /** Without places, which depend on where somebody lived. */
  stages: Omit<Stage, 'place'>[]
}

const SCHOOL_START = 6.2

/** Stages in order, none of them beginning after the present. */
export function planEducation(
  seed: PersonaSeed,
  occupation: Occupation,
  dice: Dice,
): EducationPlan {
  const level = reachable(readEducation(seed.education) ?? usualLevel(occupation, dice), seed.age)
  const stages = [...schoolStages(level, occupation), ...laterStages(level, seed, occupation, dice)]
  const begun = stages.filter(({ from }) => from < seed.age)
  return {
    level,
    stages: begun.map((stage) => ({ ...stage, to: stage.to! < seed.age ? stage.to : null })),
  }
}

function usualLevel({ family }: Occupation, dice: Dice): EducationLevel {
  const step = dice.pick([-1, 0, 0, 0, 1], 'education:level')
  const index = educationLevels.indexOf(family.education) + step
  return educationLevels[Math.min(Math.max(index, 1), educationLevels.length - 1)]!
}

function reachable(level: EducationLevel, age: number): EducationLevel {
  const possible = educationLevels.filter((other) => completionAge[other] <= age)
  const wanted = educationLevels.indexOf(level)
  return educationLevels[Math.min(wanted, Math.max(possible.length - 1, 0))]!
}

function schoolStages(level: EducationLevel, occupation: Occupation): Omit<Stage, 'place'>[] {
  const young = occupation.status === 'learning'
  const leavesEarly = !young && (level === 'none' || level === 'primary')
  const primary = stage('primary', SCHOOL_START, 11.6, 'school')
  if (leavesEarly) return [{ ...primary, to: level === 'none' ? 9.6 : 13.6 }]
  const apprentice = !young && level === 'vocational'
  return [primary, stage('secondary', 11.7, apprentice ? 16.5 : 18.4, 'school')]
}

function laterStages(
  level: EducationLevel,
  { age }: PersonaSeed,
  { family, status, title }: Occupation,
  dice: Dice,
): Omit<Stage, 'place'>[] {
  const gap = dice.chance(0.3, 'education:gap') ? dice.between(0.6, 1.5, 'education:gap-years') : 0
  const start = 18.7 + gap
  if (status === 'learning') return age < 18 ? [] : currentStudies(age, start, title, dice)
  const field = dice.chance(0.85, 'education:same-field')
    ? family.field
    : dice.pick(otherFields, 'education:other-field')
  switch (level) {
    case 'vocational':
      return [stage('vocational', 16.7, 19.6, field)]
    case 'bachelor':
      return [stage('bachelor', start, Math.max(21.9, start + 3), field)]
    case 'master':
      return [stage('bachelor', 18.7, 21.8, field), stage('master', 22, 23.9, field)]
    case 'doctorate':
      return [
        stage('bachelor', 18.7, 21.6, field),
        stage('master', 21.8, 23.6, field),
        stage('doctorate', 23.9, 28.5, field),
      ]
    default:
      return []
  }
}

/** Somebody past the usual age came back to study not long ago. */
function currentStudies(age: number, start: number, title: string, dice: Dice) {
  const field = readField(title) || dice.pick(otherFields, 'education:other-field')
  const since = age - dice.between(0.4, 2.5, 'study:since')
  if (/ph\.? ?d|doctoral/i.test(title) && age >= 24) {
    const degree = stage('bachelor', 18.7, 22.4, field)
    return [degree, stage('doctorate', Math.max(23, since), age + 1, field)]
  }
  const from = age < 26 ? Math.min(start, age - 0.3) : since
  return [stage('bachelor', Math.max(from, 18.4), age + 1, field)]
}

function stage(kind: StageKind, from: number, to: number, field: string): Omit<Stage, 'place'> {
  return { kind, from, to, field }
}

const otherFields = [
  'history',
  'business administration',
  'biology',
  'languages',
  'geography',
  'mathematics',
  'psychology',
  'chemistry',
  'philosophy',
  'political science',
] as const

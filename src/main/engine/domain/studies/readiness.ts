import type { Readiness, ReadinessItem } from '../../../../shared/contract/study-planning.ts'
import type { Study } from '../../../../shared/contract/studies.ts'

/** A cohort below this effective n lets single personas speak for it. */
export const COHORT_FLOOR = 30
/** Below this the margin of a share is over ten points. */
export const POPULATION_FLOOR = 100

/** What the check looks at, gathered beforehand. */
export type ReadinessInput = {
  readonly study: Study
  readonly skill: { readonly version: number; readonly newest: number }
  readonly population: { readonly version: number; readonly newest: number }
  readonly cohorts: readonly {
    readonly name: string
    readonly personas: number
    readonly effectiveN: number
    /** A finished calibration of the pinned skill version has asked somebody of it. */
    readonly wasAsked: boolean
    /** It was put beside another cohort by a calibration skill, as both are defined today. */
    readonly wasSeparated: boolean
  }[]
  /** Names of two cohorts of the study that were not told apart. */
  readonly alike: readonly (readonly [string, string])[]
  /** The latest finished calibration of the pinned skill version; null: there is none. */
  readonly calibration: {
    readonly isRehearsal: boolean
    readonly personas: number
    /** Ids of the questions that looked unclear. */
    readonly unclear: readonly string[]
  } | null
  readonly effectiveN: number
  readonly personas: number
  /** Members that are in the trash. */
  readonly missing: number
  readonly consistency: {
    /** Never checked, checked before they changed, and with an error that stands. */
    readonly unchecked: number
    readonly outdated: number
    readonly withErrors: number
  }
  /** Null: no balance was stored with the version. */
  readonly isBalanced: boolean | null
  readonly model: { readonly isConfigured: boolean; readonly rehearsal: boolean }
  readonly hasBudget: boolean
  /** Questions of primary comparisons that are compared by their mean and have no human SD. */
  readonly withoutHumanSd: readonly string[]
  /** What linting the skill found worth mending. */
  readonly lint: readonly string[]
}

/** Each thing a careful researcher checks before launch; only what is blocked keeps it from going. */
export function readinessOf(input: ReadinessInput): Readiness {
  const items = [...purpose(input), ...material(input), ...people(input), ...money(input)]
  const worst = (['blocked', 'attention'] as const).find((state) =>
    items.some((item) => item.state === state),
  )
  return { state: worst ?? 'ready', items }
}

function purpose({ study, withoutHumanSd }: ReadinessInput): ReadinessItem[] {
  const design = `/studies/${study.id}?tab=design`
  const filled = (
    [
      [
        'objective',
        'Objective',
        'Without one, nobody can say later whether the study answered it.',
      ],
      ['hypothesis', 'Hypothesis', 'Without one, every finding looks as if it had been expected.'],
      ['decisionOwner', 'Decision owner', 'Nobody is named who acts on what is found.'],
      ['successCriteria', 'Success criteria', 'What would count as success is not written down.'],
    ] as const
  ).map(([name, title, lack]) => {
    const value = study[name]
    return value
      ? ready(name, title, `“${shorten(value)}”`)
      : attention(name, title, { explanation: lack, action: 'Write it down', link: design })
  })
  const { comparisons } = study
  return [
    ...filled,
    comparisons.length > 0
      ? ready('comparisons', 'Primary comparisons', `${comparisons.length} named before launch.`)
      : attention('comparisons', 'Primary comparisons', {
          explanation: 'None is named: all that is found will be exploratory.',
          action: 'Name what will be compared',
          link: design,
        }),
    study.registeredAt !== null
      ? ready('registration', 'Registration', `Registered at ${study.registeredAt}.`)
      : attention('registration', 'Registration', {
          explanation: 'The plan is not locked: later changes to it would not show.',
          action: 'Register the plan',
          link: `/studies/${study.id}?tab=registration`,
        }),
    withoutHumanSd.length === 0
      ? ready('power', 'Power', 'No mean is compared without a standard deviation from people.')
      : attention('power', 'Power', {
          explanation: `No standard deviation from people is given for ${withoutHumanSd.join(', ')}: the n that people would need is understated.`,
          action: 'Give one with its source',
          link: `/studies/${study.id}?tab=power`,
        }),
  ]
}

function material(input: ReadinessInput): ReadinessItem[] {
  const { study, skill, population, lint, model } = input
  const newer = [
    ...(skill.newest > skill.version ? [`skill version ${skill.newest}`] : []),
    ...(population.newest > population.version ? [`population version ${population.newest}`] : []),
  ]
  const fixed = `Skill version ${skill.version} and population version ${population.version} are fixed.`
  return [
    newer.length === 0
      ? ready('versions', 'Versions', fixed)
      : attention('versions', 'Versions', {
          explanation: `${fixed} Newer ones were saved since: ${newer.join(' and ')}.`,
          action: 'Pin the newest, or go on with these',
          link: `/studies/${study.id}?tab=design`,
        }),
    lint.length === 0
      ? ready('wording', 'Wording', 'Linting found nothing to mend.')
      : attention('wording', 'Wording', {
          explanation: `${count(lint.length, 'finding')}: ${shorten(lint[0]!)}`,
          action: 'Read the findings',
          link: `/skills/${study.skillId}`,
        }),
    calibrated(input),
    model.isConfigured
      ? ready(
          'model',
          'Model',
          model.rehearsal
            ? 'The built-in model answers: a rehearsal, not evidence about people.'
            : `“${study.model}” is configured.`,
        )
      : {
          id: 'model',
          title: 'Model',
          state: 'blocked',
          explanation: `No model “${study.model}” is configured.`,
          action: 'Configure it or choose another',
          link: '/settings',
        },
  ]
}

function calibrated({ study, calibration, skill, model }: ReadinessInput): ReadinessItem {
  const [id, title, link] = ['calibration', 'Calibration', skillLink(study)] as const
  if (!calibration)
    return attention(id, title, {
      explanation: `Skill version ${skill.version} was never calibrated: what is ambiguous in it is not known.`,
      action: 'Calibrate it',
      link,
    })
  const asked = `Version ${skill.version} was put to ${count(calibration.personas, 'person', 'people')}`
  if (calibration.isRehearsal && !model.rehearsal)
    return attention(id, title, {
      explanation: `${asked}, but by the built-in model, which understands every wording.`,
      action: 'Calibrate it with a language model',
      link,
    })
  const { unclear } = calibration
  if (unclear.length > 0)
    return attention(id, title, {
      explanation: `${asked}: ${count(unclear.length, 'question')} looked unclear (${shorten(unclear.join(', '))}).`,
      action: 'Read what it found',
      link,
    })
  return ready(id, title, `${asked}, and no question looked unclear.`)
}

function skillLink({ skillId, skillVersionId }: Study): string {
  return `/skills/${skillId}?version=${skillVersionId}`
}

function people(input: ReadinessInput): ReadinessItem[] {
  const { study, cohorts, missing, personas, effectiveN, consistency, isBalanced } = input
  const link = `/populations/${study.populationId}`
  const small = cohorts.filter((cohort) => cohort.effectiveN < COHORT_FLOOR)
  const unasked = cohorts.filter((cohort) => !cohort.wasAsked && !cohort.wasSeparated)
  const { unchecked, outdated, withErrors } = consistency
  const faults = [
    ...(withErrors > 0 ? [`${count(withErrors, 'persona')} with a contradiction`] : []),
    ...(unchecked > 0 ? [`${count(unchecked, 'persona')} never checked`] : []),
    ...(outdated > 0 ? [`${count(outdated, 'persona')} changed since the check`] : []),
  ]
  return [
    missing === 0
      ? ready('members', 'Members', `All ${count(personas, 'persona')} are there.`)
      : {
          id: 'members',
          title: 'Members',
          state: 'blocked',
          explanation: `In the trash: ${missing} of ${count(personas, 'persona')}.`,
          action: 'Restore them, or save the population again and pin it',
          link,
        },
    effectiveN >= POPULATION_FLOOR
      ? ready('populationSize', 'Population size', `Effective n ${Math.round(effectiveN)}.`)
      : attention('populationSize', 'Population size', {
          explanation: `Effective n ${Math.round(effectiveN)} is under ${POPULATION_FLOOR}: intervals will be wide.`,
          action: 'Add personas',
          link,
        }),
    small.length === 0
      ? ready('cohortSize', 'Cohort sizes', `Each has an effective n of ${COHORT_FLOOR} or more.`)
      : attention('cohortSize', 'Cohort sizes', {
          explanation: `${names(small)} ${small.length === 1 ? 'is' : 'are'} under an effective n of ${COHORT_FLOOR}: one persona can tip the result.`,
          action: 'Add personas to them',
          link,
        }),
    unasked.length === 0
      ? ready(
          'cohortCalibration',
          'Calibrated cohorts',
          'Somebody of each cohort was asked when the skill was calibrated.',
        )
      : attention('cohortCalibration', 'Calibrated cohorts', {
          explanation: `No calibration of this skill version has asked anybody of ${names(unasked)}.`,
          action: 'Calibrate with people of theirs',
          link: skillLink(study),
        }),
    ...separation(input),
    ...(isBalanced === false
      ? [
          attention('balance', 'Balance', {
            explanation: 'The weights do not reach the target margins.',
            action: 'Look at the misfit per margin',
            link,
          }),
        ]
      : []),
    faults.length === 0
      ? ready('consistency', 'Consistency', 'Every member was checked and has no contradiction.')
      : attention('consistency', 'Consistency', {
          explanation: `${faults.join(', ')}.`,
          action: 'Check them and read the reports',
          link: '/personas',
        }),
  ]
}

function separation({ alike }: ReadinessInput): ReadinessItem[] {
  const [pair] = alike
  if (!pair) return []
  const more = alike.length === 1 ? '' : ` Nor were ${count(alike.length - 1, 'other pair')}.`
  return [
    attention('cohortSeparation', 'Cohorts apart', {
      explanation: `“${pair[0]}” and “${pair[1]}” were not told apart when both were asked.${more} A difference between them may not show.`,
      action: 'Look at how they are defined, or go on',
      link: '/cohorts',
    }),
  ]
}

function money({ study, hasBudget, model }: ReadinessInput): ReadinessItem[] {
  if (hasBudget) return [ready('budget', 'Budget', 'A cap is set: the run stops before it.')]
  if (model.rehearsal) return [ready('budget', 'Budget', 'The built-in model costs nothing.')]
  return [
    attention('budget', 'Budget', {
      explanation: 'No cap is set: nothing stops the run from spending.',
      action: 'Set a budget',
      link: `/studies/${study.id}?tab=design`,
    }),
  ]
}

function ready(id: string, title: string, explanation: string): ReadinessItem {
  return { id, title, state: 'ready', explanation, action: null, link: null }
}

type Lack = { readonly explanation: string; readonly action: string; readonly link: string }

function attention(id: string, title: string, lack: Lack): ReadinessItem {
  return { id, title, state: 'attention', ...lack }
}

function count(n: number, noun: string, nouns = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : nouns}`
}

function names(cohorts: readonly { readonly name: string }[]): string {
  const shown = cohorts.slice(0, 4).map(({ name }) => `“${name}”`)
  const more = cohorts.length > 4 ? ` and ${cohorts.length - 4} more` : ''
  return `${shown.join(', ')}${more}`
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}

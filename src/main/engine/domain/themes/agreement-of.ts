import type { CoderAgreement } from '../../../../shared/contract/coding-samples.ts'
import {
  cohenKappa,
  crossTable,
  krippendorffAlpha,
  observedAgreement,
  reliabilityOf,
  withBootstrap,
  type AgreementEstimate,
} from './coder-agreement.ts'
import type { CodebookTheme } from './codebook.ts'
import { UNCLEAR } from './theme-evidence.ts'

export type TwiceCoded = {
  readonly taskId: string
  /** Theme id; null: none. */
  readonly user: string | null
  readonly builtIn: string | null
}

export type AgreementFound = Omit<CoderAgreement, 'disagreements'> & {
  readonly disagreements: readonly { taskId: string; user: string; builtIn: string }[]
}

/** Agreement of two codings of the same answers; a theme that is gone since counts as none. */
export function agreementOf(
  themes: readonly CodebookTheme[],
  answers: readonly TwiceCoded[],
): AgreementFound {
  const categories = [...themes, UNCLEAR].map(({ id, label }) => ({ id, label }))
  const indexOf = new Map(categories.map(({ id }, i) => [id, i]))
  const code = (theme: string | null) => indexOf.get(theme ?? UNCLEAR.id) ?? categories.length - 1
  const user = answers.map((answer) => code(answer.user))
  const builtIn = answers.map((answer) => code(answer.builtIn))
  const table = crossTable(user, builtIn, categories.length)
  const options = {
    categories: categories.length,
    seed: answers.map(({ taskId }) => taskId).join(),
  }
  const alpha = withBootstrap(user, builtIn, { ...options, measure: krippendorffAlpha })
  const kappa = withBootstrap(user, builtIn, { ...options, measure: cohenKappa })
  const observed = observedAgreement(table)
  const level = reliabilityOf(alpha.estimate)
  return {
    n: answers.length,
    observed,
    alpha: shown(alpha),
    kappa: shown(kappa),
    level,
    sentence: sentenceOf(level, { alpha, observed, n: answers.length }),
    categories,
    table,
    disagreements: answers.flatMap(({ taskId }, i) =>
      user[i] === builtIn[i]
        ? []
        : [
            {
              taskId,
              user: categories[user[i]!]!.label,
              builtIn: categories[builtIn[i]!]!.label,
            },
          ],
    ),
  }
}

function shown({ estimate, lower, upper }: AgreementEstimate) {
  const known = (value: number) => (Number.isFinite(value) ? value : null)
  return { estimate: known(estimate), lower: known(lower), upper: known(upper) }
}

const meanings = {
  reliable: 'The themes can be relied on: a person codes them as the workbench does',
  tentative: 'Conclusions from these themes are tentative',
  unreliable:
    'Do not rely on these themes: a person codes many answers otherwise. Merge what cannot be told apart, sharpen names, and code a new sample',
} as const

function sentenceOf(
  level: CoderAgreement['level'],
  { alpha, observed, n }: { alpha: AgreementEstimate; observed: number; n: number },
): string {
  const alike = `${Math.round(observed * n)} of ${n} answers are coded alike`
  if (level === 'not measured')
    return `${alike}, all as the same: agreement beyond chance cannot be measured.`
  const number = (value: number) => value.toFixed(2).replace('-', '−')
  return `${meanings[level]} (α ${number(alpha.estimate)}, 95 % interval ${number(alpha.lower)} to ${number(alpha.upper)}; ${alike}). Krippendorff (2004) asks for .80, and .667 for tentative conclusions.`
}

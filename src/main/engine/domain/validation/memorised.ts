import type { Memorised } from '../../../../shared/contract/validation.ts'

/** Whether a model may know a survey's results from what it was trained on. */
export function memorised(about: {
  readonly rehearsal: boolean
  /** ISO dates; null: not known. */
  readonly publishedAt: string | null
  readonly modelCutOff: string | null
}): Memorised {
  const { rehearsal, publishedAt, modelCutOff } = about
  if (rehearsal)
    return { verdict: 'no', sentence: 'The built-in rehearsal model has read no survey.' }
  if (publishedAt === null)
    return {
      verdict: 'unknown',
      sentence:
        'It is not said when the survey was published: the model may have memorised its results.',
    }
  if (modelCutOff === null)
    return {
      verdict: 'unknown',
      sentence: `The survey was published on ${publishedAt}; up to when the model was trained is not known, so it may have memorised the results.`,
    }
  return publishedAt < modelCutOff
    ? {
        verdict: 'possible',
        sentence: `The survey was published on ${publishedAt}, before the model’s cut-off of ${modelCutOff}: it may have memorised the results.`,
      }
    : {
        verdict: 'unlikely',
        sentence: `The survey was published on ${publishedAt}, after the model’s cut-off of ${modelCutOff}.`,
      }
}

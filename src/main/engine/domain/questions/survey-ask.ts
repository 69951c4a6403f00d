import type { Probe } from '../../../../shared/contract/questions.ts'

/** What the built-in model is to answer in one step of a question. */
export type SurveyAsk =
  /** The question itself. */
  | { readonly kind: 'answer' }
  /** A share per answer. */
  | { readonly kind: 'shares' }
  /** A closed question, spoken about freely. */
  | { readonly kind: 'free' }
  | { readonly kind: 'probe'; readonly probe: Probe }
  /** The best and the worst of some options. */
  | { readonly kind: 'best-worst'; readonly options: readonly string[] }
  /** One of some profiles, each a level index per attribute. */
  | {
      readonly kind: 'profiles'
      readonly place: number
      readonly profiles: readonly (readonly number[])[]
    }
  | { readonly kind: 'price'; readonly price: number }

import { z } from 'zod'
import { ArmName } from './arms.ts'
import { DomainEstimates, Estimate, Evidence } from './evidence.ts'

/** `alike`: no further apart than the margin. `differs`: further than chance. Else `unclear`. */
export const ArmVerdict = z.enum(['alike', 'differs', 'unclear'])
export type ArmVerdict = z.infer<typeof ArmVerdict>

/** Answers of the study against those of an arm, as a distance of their distributions. */
export const ArmDistance = z.object({
  /** Total variation, 0–1: the share of answers that would have to change to match. */
  distance: z.number(),
  /** What chance alone makes of it at these sizes: on average, and one time in twenty. */
  floor: z.object({ mean: z.number(), p95: z.number() }),
  /** How often chance alone reaches the distance; null of an unfinished run. */
  p: z.number().nullable(),
  /** How often it were as small if the distributions lay `margin` apart; null as above. */
  pWithin: z.number().nullable(),
})
export type ArmDistance = z.infer<typeof ArmDistance>

export const ArmQuestion = z.object({
  questionId: z.string(),
  /** Valid answers of the study and of the arm. */
  n: z.number().int(),
  armN: z.number().int(),
  /** The arm's own estimates, by the study's estimators. */
  estimates: DomainEstimates,
  /** Null: the answers have no distribution to compare, or there are too few. */
  distance: ArmDistance.nullable(),
  /** Variance of the study's answers over the arm's, with its 90 % interval; ordered answers. */
  spread: z
    .object({
      ratio: z.number(),
      lower: z.number(),
      upper: z.number(),
      /** Brown & Forsythe (1974); null of an unfinished run. */
      p: z.number().nullable(),
    })
    .nullable(),
  /** The arm's most frequent answer: its share there, and in the study. */
  modal: z
    .object({ value: z.string(), label: z.string(), armShare: z.number(), share: Estimate })
    .nullable(),
  /** The smaller of both p after Holm (1979) over the questions of the arm. */
  pAdjusted: z.number().nullable(),
  verdict: ArmVerdict,
  sentence: z.string(),
})
export type ArmQuestion = z.infer<typeof ArmQuestion>

/** What an arm says about a study. Its answers are in none of the study's estimates. */
export const ArmEvidence = z
  .object({
    arm: ArmName,
    /** Answered tasks of the arm. */
    tasks: z.number().int(),
    questions: z.array(ArmQuestion),
    /** Mean over the questions that can be compared; null without any. */
    overall: ArmDistance.nullable(),
    /** Distance under which two distributions count as the same, 0–1. */
    margin: z.number(),
    verdict: ArmVerdict,
    /** What it means, in one sentence, rehearsals labelled. */
    sentence: z.string(),
  })
  .meta({ id: 'ArmEvidence' })
export type ArmEvidence = z.infer<typeof ArmEvidence>

/** GET /runs/:id/evidence: the study's own, and what ran beside it. */
export const RunEvidence = Evidence.extend({
  /** Empty: no arm ran beside the study. */
  arms: z.array(ArmEvidence),
}).meta({ id: 'RunEvidence' })
export type RunEvidence = z.infer<typeof RunEvidence>

import { z } from 'zod'
import { ArmName } from './arms.ts'
import { DomainEstimates, Estimate, Evidence } from './evidence.ts'

/** `alike`: no further apart than the margin. `differs`: further than chance. Else `unclear`. */
export const ArmVerdict = z.enum(['alike', 'differs', 'unclear'])
export type ArmVerdict = z.infer<typeof ArmVerdict>

/** `shares`: of answers, options, levels or fields. `meaning`: of the words of open answers. */
export const ArmBasis = z.enum(['shares', 'meaning'])
export type ArmBasis = z.infer<typeof ArmBasis>

/** Answers of the study against those of an arm, as a distance of their distributions. */
export const ArmDistance = z.object({
  /**
   * Of shares, total variation, 0–1: the share of answers that would have to change to match. Of
   * meaning, the root of the share of the variance of embeddings that lies between the two.
   */
  distance: z.number(),
  /** What chance alone makes of it at these sizes: on average, and one time in twenty. */
  floor: z.object({ mean: z.number(), p95: z.number() }),
  /** How often chance alone reaches the distance; null of an unfinished run. */
  p: z.number().nullable(),
  /** How often it were as small if the distributions lay `margin` apart; null as above. */
  pWithin: z.number().nullable(),
  /** How often answers from one distribution would be found `alike` at these sizes, 0–1. */
  power: z.number(),
})
export type ArmDistance = z.infer<typeof ArmDistance>

export const ArmQuestion = z.object({
  questionId: z.string(),
  /** Valid answers of the study and of the arm. */
  n: z.number().int(),
  armN: z.number().int(),
  /** The arm's own estimates, by the study's estimators. */
  estimates: DomainEstimates,
  /** What is compared; null: nothing. */
  basis: ArmBasis.nullable(),
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
    /** Answered tasks of the arm, those that failed, and all that were planned. */
    tasks: z.number().int(),
    failed: z.number().int(),
    planned: z.number().int(),
    /** Not all of its tasks are over: nothing is concluded from it. */
    provisional: z.boolean(),
    questions: z.array(ArmQuestion),
    /** Mean over the questions whose shares are compared, else over open ones; null without any. */
    overall: ArmDistance.nullable(),
    /** What `overall` is of. */
    basis: ArmBasis.nullable(),
    /**
     * Tasks of the arm with which personas that add nothing would be found out four times in five;
     * null: more tasks alone would not do.
     */
    tasksNeeded: z.number().int().nullable(),
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

import { z } from 'zod'
import { HumanSurveyId, ItemUse } from './human-surveys.ts'
import { TenantId } from './ids.ts'
import { questionId } from './questions.ts'

/** What one answer of people becomes; null leaves it out (a "don't know"). */
export const Recode = z.strictObject({
  from: z.string().max(300),
  to: z.string().max(2000).nullable(),
})
export type Recode = z.infer<typeof Recode>

/** A question of a run and the item of a survey that asked the same. */
export const ItemMatch = z
  .strictObject({
    questionId,
    itemId: z.string().min(1).max(200),
    /** Every answer of the item, in terms of the question's answers. */
    recodes: z.array(Recode).min(1).max(200),
    /** Served to tune wording, references or margins: shown, but no evidence. */
    usedFor: z.array(ItemUse).max(3).default([]),
  })
  .meta({ id: 'ItemMatch' })
export type ItemMatch = z.infer<typeof ItemMatch>

/** What people are compared by, and the same of personas. */
export const SegmentMatch = z
  .strictObject({
    /** A segment of the survey. */
    itemId: z.string().min(1).max(200),
    /** A field of the persona, `cohort` (by name) or `condition` (by its id). */
    field: z.string().min(1).max(200),
    recodes: z.array(Recode).min(1).max(200),
  })
  .meta({ id: 'SegmentMatch' })
export type SegmentMatch = z.infer<typeof SegmentMatch>

/** POST /runs/:id/validation/matches */
export const ProposeMatchesRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    surveyId: HumanSurveyId,
    /** Only these are proposed, however unlike they are: what the researcher found alike. */
    pairs: z
      .array(z.strictObject({ questionId, itemId: z.string().min(1).max(200) }))
      .max(200)
      .optional(),
  })
  .meta({ id: 'ProposeMatchesRequest' })

const Target = z.object({ value: z.string(), label: z.string() })

export const ProposedMatch = z.object({
  questionId: z.string(),
  text: z.string(),
  /** What answers of people can be recoded to. */
  values: z.array(Target),
  /** Best first, at most three; none where nothing comes near. */
  candidates: z.array(
    z.object({
      itemId: z.string(),
      text: z.string(),
      /** 0–1. */
      score: z.number(),
      /** Why it was found. */
      by: z.enum(['id', 'text', 'answers', 'chosen']),
      reason: z.string(),
      recodes: z.array(Recode),
      /** Answers of people that fit none of the question's: recode them or leave them out. */
      unmatched: z.array(z.string()),
      usedFor: z.array(ItemUse),
    }),
  ),
})
export type ProposedMatch = z.infer<typeof ProposedMatch>

export const MatchProposals = z
  .object({
    questions: z.array(ProposedMatch),
    /** Questions of the run whose answers cannot be compared category by category, with the reason. */
    unfit: z.array(z.object({ questionId: z.string(), reason: z.string() })),
    segments: z.array(
      z.object({
        itemId: z.string(),
        text: z.string(),
        candidates: z.array(
          z.object({
            field: z.string(),
            values: z.array(Target),
            recodes: z.array(Recode),
            unmatched: z.array(z.string()),
          }),
        ),
      }),
    ),
    /** Attributes that name people of the survey: of mixed estimates, who is whose twin. */
    twinFields: z.array(z.object({ field: z.string(), personas: z.number().int() })),
    namesPeople: z.boolean(),
    /** Of the run: answers under one of them can be compared alone. */
    conditions: z.array(z.object({ id: z.string(), name: z.string() })),
    model: z.object({ name: z.string(), rehearsal: z.boolean() }),
    /** All questions of the survey. */
    items: z.array(z.object({ itemId: z.string(), text: z.string() })),
    /** Items of the survey that no question was matched to. */
    leftOver: z.array(z.string()),
  })
  .meta({ id: 'MatchProposals' })
export type MatchProposals = z.infer<typeof MatchProposals>

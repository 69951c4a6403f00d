import { z } from 'zod'
import { TenantId, Timestamp } from './ids.ts'

export const HumanSurveyId = z.uuid().brand<'HumanSurveyId'>()
export type HumanSurveyId = z.infer<typeof HumanSurveyId>

const line = (most: number) => z.string().trim().max(most)
const columnName = z.string().trim().min(1).max(200)

const about = {
  name: line(200).min(1),
  /** Who asked, and where it is to be found. */
  source: line(1000),
  /** Whom it is about, such as "adults of 18 and over in Great Britain". */
  population: line(500),
  fieldworkFrom: z.iso.date().nullable(),
  fieldworkTo: z.iso.date().nullable(),
  /** When its results could first be read; before a model's cut-off, it may have memorised them. */
  publishedAt: z.iso.date().nullable(),
  licence: line(500),
  citation: line(2000),
  /**
   * Variance of its estimates over that of a simple random sample of its size, where the publisher
   * states it; else Kish's factor of the weights.
   */
  designEffect: z.number().min(1).max(100).nullable(),
}

/** Where a survey comes from: what a reader needs to judge it. */
export const SurveySource = z.strictObject({
  ...about,
  source: about.source.default(''),
  population: about.population.default(''),
  fieldworkFrom: about.fieldworkFrom.default(null),
  fieldworkTo: about.fieldworkTo.default(null),
  publishedAt: about.publishedAt.default(null),
  licence: about.licence.default(''),
  citation: about.citation.default(''),
  designEffect: about.designEffect.default(null),
})
export type SurveySource = z.infer<typeof SurveySource>

/** `answers`: a row per person. `counts`: a row per question and answer (and segment). */
export const SurveyLayout = z.enum(['answers', 'counts'])
export type SurveyLayout = z.infer<typeof SurveyLayout>

/** How a file is laid out; `wide`, a row per question with a column per answer, is kept as counts. */
export const TableLayout = z.enum([...SurveyLayout.options, 'wide'])
export type TableLayout = z.infer<typeof TableLayout>

/**
 * What a column holds. `question`: answers to one (in `counts` and `wide` the name of the question).
 * `segment`: what people are compared by. `answer`: in `counts` only. `count`, or `percent` with the
 * people asked in `base`: of an answer; in `wide` of the answer that the column is called by.
 */
export const SurveyColumnRole = z.enum([
  'question',
  'segment',
  'weight',
  'person',
  'answer',
  'count',
  'percent',
  'base',
  'ignore',
])
export type SurveyColumnRole = z.infer<typeof SurveyColumnRole>

/** What items served for already: such an item cannot validate. */
export const ItemUse = z.enum(['tuning', 'reference', 'margins'])
export type ItemUse = z.infer<typeof ItemUse>

const values = z.array(line(300).min(1)).max(200)
/** How a column is to be read; what is absent is found from the file. */
export const SurveyColumnChoice = z.strictObject({
  name: columnName,
  role: SurveyColumnRole,
  /** The question as it was put to people; else the column's name. */
  text: line(4000).optional(),
  /** Whether the answers have an order, as in `values`. */
  ordered: z.boolean().optional(),
  /** The answers in their order; those of the file that are not named come after. */
  values: values.optional(),
  /** What stands for no answer: "refused", "-9". */
  missing: values.optional(),
  /** What codes stand for, such as {"1": "Strongly disagree"}. */
  labels: z.record(z.string().max(300), line(300)).optional(),
  usedFor: z.array(ItemUse).max(3).optional(),
})
export type SurveyColumnChoice = z.infer<typeof SurveyColumnChoice>

/** POST /human-surveys/preview: what a file would become; stores nothing. */
export const PreviewSurveyRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    /** The table as text: commas, semicolons or tabs; its first line names the columns. */
    text: z.string().min(1).max(10_000_000),
    layout: TableLayout.optional(),
    /** People asked, for shares in a table where no column says it. */
    base: z.number().positive().max(1e9).optional(),
    /** Columns to be read otherwise than proposed. */
    columns: z.array(SurveyColumnChoice).max(2000).default([]),
  })
  .meta({ id: 'PreviewSurveyRequest' })
export type PreviewSurveyRequest = z.infer<typeof PreviewSurveyRequest>

/** POST /human-surveys: the same file once it was seen, and where it comes from. */
export const CreateSurveyRequest = PreviewSurveyRequest.extend({ about: SurveySource }).meta({
  id: 'CreateSurveyRequest',
})
export type CreateSurveyRequest = z.infer<typeof CreateSurveyRequest>

export const SurveyValue = z.object({
  /** As the file has it. */
  value: z.string(),
  /** What it stands for: of the codebook, or the text after a code ("1 = Never"). */
  label: z.string(),
  /** Rows that have it (of counts: people). */
  count: z.number(),
  /** Weighted share of those who answered, 0–1. */
  share: z.number(),
})
export type SurveyValue = z.infer<typeof SurveyValue>

/** One question of a survey, or what its people are compared by. */
export const SurveyItem = z
  .object({
    /** Its column, or its name in `counts`. */
    id: z.string(),
    kind: z.enum(['question', 'segment']),
    text: z.string(),
    ordered: z.boolean(),
    /** In order. */
    values: z.array(SurveyValue),
    /** Who answered: unweighted, and independent people they are worth. */
    n: z.number(),
    effectiveN: z.number(),
    missing: z.number(),
    usedFor: z.array(ItemUse),
  })
  .meta({ id: 'SurveyItem' })
export type SurveyItem = z.infer<typeof SurveyItem>

export const SurveyColumn = z.object({
  name: z.string(),
  role: SurveyColumnRole,
  /** Why that role was proposed; empty where it was chosen. */
  reason: z.string(),
  distinct: z.number().int(),
  /** The commonest, at most 30. */
  values: z.array(z.object({ value: z.string(), count: z.number().int() })),
  /** Of `values`, what is taken for no answer. */
  missing: z.array(z.string()),
})
export type SurveyColumn = z.infer<typeof SurveyColumn>

export const SurveyPreview = z
  .object({
    layout: TableLayout,
    columns: z.array(SurveyColumn),
    items: z.array(SurveyItem),
    /** Rows that would be kept, and the people they are (of counts: asked the question most were). */
    rows: z.number().int(),
    people: z.number(),
    /** Kish's effective n over all rows, or by the design effect stated. */
    effectiveN: z.number(),
    weighted: z.boolean(),
    /** Counts were taken from shares: how they were weighted is not known. */
    fromShares: z.boolean(),
    /** Rows that cannot be read and would be left out, the first 100. */
    badLines: z.array(z.object({ line: z.number().int(), message: z.string() })),
    badCount: z.number().int(),
    /** Why it cannot be kept read like this; null: it can. */
    problem: z.string().nullable(),
    /** What is worth knowing before it is kept. */
    notes: z.array(z.string()),
    /** The first rows as they stand in the file. */
    sample: z.array(z.array(z.string())),
  })
  .meta({ id: 'SurveyPreview' })
export type SurveyPreview = z.infer<typeof SurveyPreview>

export const HumanSurvey = z
  .object({
    id: HumanSurveyId,
    tenantId: TenantId,
    ...SurveySource.shape,
    layout: SurveyLayout,
    rows: z.number().int(),
    people: z.number(),
    effectiveN: z.number(),
    weighted: z.boolean(),
    /** Its counts are published shares of the people asked: how they were weighted is not known. */
    fromShares: z.boolean(),
    /** Whether its rows name the people: what mixed estimates pair by. */
    namesPeople: z.boolean(),
    /** Questions, without segment columns. */
    questions: z.number().int(),
    segments: z.number().int(),
    /** Reports that rest on it. */
    validations: z.number().int(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: 'HumanSurvey' })
export type HumanSurvey = z.infer<typeof HumanSurvey>

export const HumanSurveyAnswer = z
  .object({ survey: HumanSurvey, items: z.array(SurveyItem) })
  .meta({ id: 'HumanSurveyAnswer' })
export type HumanSurveyAnswer = z.infer<typeof HumanSurveyAnswer>
export const HumanSurveyList = z
  .object({ surveys: z.array(HumanSurvey), nextCursor: z.string().nullable() })
  .meta({ id: 'HumanSurveyList' })
export type HumanSurveyList = z.infer<typeof HumanSurveyList>

/** PATCH /human-surveys/:id: what is said about it; what people answered never changes. */
export const UpdateSurveyRequest = z
  .strictObject({
    tenantId: TenantId.optional(),
    about: z.strictObject(about).partial().optional(),
    items: z
      .array(
        z.strictObject({
          id: columnName,
          text: line(4000).min(1).optional(),
          ordered: z.boolean().optional(),
          /** Replaces what was said before: an item tuned on stays unfit to validate. */
          usedFor: z.array(ItemUse).max(3).optional(),
        }),
      )
      .max(2000)
      .optional(),
  })
  .meta({ id: 'UpdateSurveyRequest' })
export type UpdateSurveyRequest = z.infer<typeof UpdateSurveyRequest>

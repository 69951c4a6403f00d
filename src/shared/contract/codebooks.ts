import { z } from 'zod'
import { RunId, TaskId, Timestamp } from './ids.ts'

const ThemeId = z.string().min(1).max(40)
const Label = z.string().trim().min(1).max(120)
const Keywords = z.array(z.string().trim().min(1).max(80)).max(30)

/** What a user does to a codebook. */
export const CodebookEditRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('rename'), themeId: ThemeId, label: Label }),
  z.strictObject({ type: z.literal('keywords'), themeId: ThemeId, keywords: Keywords }),
  /** Into the first; its label stays unless another is given. */
  z.strictObject({
    type: z.literal('merge'),
    themeIds: z.array(ThemeId).min(2).max(50),
    label: Label.optional(),
  }),
  /** By clustering its answers again. */
  z.strictObject({
    type: z.literal('split'),
    themeId: ThemeId,
    parts: z.number().int().min(2).max(6),
  }),
  /** Takes the answers that use a keyword: of those without a theme, or of all. */
  z.strictObject({
    type: z.literal('add'),
    label: Label,
    keywords: Keywords,
    from: z.enum(['unclear', 'all']).default('unclear'),
  }),
  z.strictObject({
    type: z.literal('assign'),
    taskIds: z.array(TaskId).min(1).max(5000),
    /** Null: to none. */
    themeId: ThemeId.nullable(),
  }),
  z.strictObject({ type: z.literal('order'), themeIds: z.array(ThemeId).min(1).max(200) }),
  z.strictObject({ type: z.literal('delete'), themeId: ThemeId }),
])
export type CodebookEditRequest = z.infer<typeof CodebookEditRequest>

/** POST …/codebooks/:questionId/edits */
export const EditCodebook = z
  .strictObject({
    /** The revision the edit was made on; refused when another has come since. */
    revision: z.number().int().min(0).optional(),
    edit: CodebookEditRequest,
  })
  .meta({ id: 'EditCodebook' })

/** POST …/codebooks/:questionId */
export const StartCodebook = z
  .strictObject({
    /** Another run of the same study, whose codebook is taken over. */
    carryFrom: RunId.optional(),
  })
  .meta({ id: 'StartCodebook' })

export const CodebookEntry = z.object({
  revision: z.number().int(),
  at: Timestamp,
  /** In words: `Merged “Price” and “Cost” into “Price”`. */
  sentence: z.string(),
  /** False: undone since. */
  holds: z.boolean(),
})
export type CodebookEntry = z.infer<typeof CodebookEntry>

export const Codebook = z
  .object({
    runId: RunId,
    questionId: z.string(),
    /** Events so far; 0 as it began. */
    revision: z.number().int(),
    startedFrom: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('clusters') }),
      z.object({ kind: z.literal('run'), runId: RunId, number: z.number().int() }),
    ]),
    startedAt: Timestamp,
    themes: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        keywords: z.array(z.string()),
        /** Answers coded so, unweighted. */
        answers: z.number().int(),
      }),
    ),
    unclear: z.number().int(),
    frozenAt: Timestamp.nullable(),
    canUndo: z.boolean(),
    canRedo: z.boolean(),
    history: z.array(CodebookEntry),
  })
  .meta({ id: 'Codebook' })
export type Codebook = z.infer<typeof Codebook>
export const CodebookAnswer = z.object({ codebook: Codebook }).meta({ id: 'CodebookAnswer' })
/** Null: no codebook was begun; evidence uses the themes found. */
export const MaybeCodebookAnswer = z
  .object({ codebook: Codebook.nullable() })
  .meta({ id: 'MaybeCodebookAnswer' })

/** POST …/codebooks/:questionId/proposals: nothing of it is applied. */
export const CodebookProposals = z
  .object({
    modelName: z.string(),
    proposals: z.array(
      z.object({ edit: CodebookEditRequest, sentence: z.string(), reason: z.string() }),
    ),
    /** Proposals of the model that name no theme there is, or cannot be read. */
    unusable: z.number().int(),
  })
  .meta({ id: 'CodebookProposals' })
export type CodebookProposals = z.infer<typeof CodebookProposals>

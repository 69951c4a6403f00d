import { z } from 'zod'
import { Estimate } from './evidence.ts'
import { Run } from './runs.ts'
import { TaskVariable } from './task-conditions.ts'

/**
 * What a cell holds. `column`: share of the column's answers. `row`: share of the row's. `total`:
 * share of all. `mean`: the numbers that answers come to, without their distribution.
 */
export const CrosstabShow = z.enum(['column', 'row', 'total', 'mean'])
export type CrosstabShow = z.infer<typeof CrosstabShow>

export const CrosstabQuery = z.strictObject({
  rows: TaskVariable,
  columns: TaskVariable,
  /** Crossed with `columns`: each of them is cut by it. */
  nested: TaskVariable.optional(),
  /** Default: `column` where the rows are categories, else `mean`. */
  show: CrosstabShow.optional(),
})
export type CrosstabQuery = z.infer<typeof CrosstabQuery>

/** What a run's tables can be made of, besides `field:…` of its personas. */
export const CrosstabVariables = z
  .object({
    variables: z.array(
      z.object({
        variable: TaskVariable,
        label: z.string(),
        questionId: z.string().nullable(),
        /** Columns that it makes; 0: it makes none. Null: themes, as many as are found. */
        categories: z.number().int().nullable(),
        /** Whether it can be the rows of a table. */
        hasRows: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'CrosstabVariables' })
export type CrosstabVariables = z.infer<typeof CrosstabVariables>

export const CrosstabCell = z.object({
  /** A share (0–1) or a mean; its n is the base that it is a share or mean of. */
  estimate: Estimate,
  /** Unweighted answers in the cell itself. */
  count: z.number().int(),
  /** Letters of the sibling columns that this one is higher than (Holm-adjusted p < .05). */
  letters: z.array(z.string()),
})
export type CrosstabCell = z.infer<typeof CrosstabCell>

const Name = z.object({ value: z.string(), label: z.string() })

export const CrosstabColumn = Name.extend({
  /** What it is a part of, where columns are crossed. */
  parent: Name.nullable(),
  letter: z.string(),
  /** Answers to the rows' question in the column, unweighted. */
  n: z.number().int(),
  effectiveN: z.number(),
  /** What `/runs/:id/tasks?where=` takes, one parameter each, for exactly these n. */
  where: z.array(z.string()),
})
export type CrosstabColumn = z.infer<typeof CrosstabColumn>

export const CrosstabRow = Name.extend({
  /** `share` of a category or a theme, `mean` of a measure, or `quantile` of numbers. */
  kind: z.enum(['share', 'mean', 'quantile']),
  /** What the row belongs to with others, such as a conjoint's attribute. */
  group: z.string().nullable(),
  /** Of a mean or quantile, its name: what `/runs/:id/tasks?measure=` takes. */
  measure: z.string().nullable(),
  /** Whether its numbers are shares (0–1) to read. */
  isShare: z.boolean(),
  /** Answers in the row, unweighted. */
  n: z.number().int(),
  /** What `/runs/:id/tasks?where=` takes for the row; with a column's, for a cell. */
  where: z.array(z.string()),
  /** All columns together; null where the cells are shares of the row. */
  total: CrosstabCell.nullable(),
  /** One per column. */
  cells: z.array(CrosstabCell),
})
export type CrosstabRow = z.infer<typeof CrosstabRow>

/** A variable as it reads: a question's text, a field's name. */
const Variable = z.object({
  variable: TaskVariable,
  label: z.string(),
  /** What the run's skill calls a question; null for others. */
  questionId: z.string().nullable(),
})

export const CrosstabTest = z.object({
  /** Rao & Scott (1984), second order, as an F. */
  statistic: z.number(),
  numeratorDf: z.number(),
  denominatorDf: z.number(),
  /** Null while the run is not finished. */
  p: z.number().nullable(),
})

export const Crosstab = z
  .object({
    run: Run,
    rowVariable: Variable,
    columnVariable: Variable,
    nestedVariable: Variable.nullable(),
    show: CrosstabShow,
    /** What else these rows can be shown as. */
    shows: z.array(CrosstabShow),
    /** Of the means. */
    unit: z.string().nullable(),
    /** Answers in the table, unweighted and effective. */
    base: z.object({ n: z.number().int(), effectiveN: z.number(), where: z.array(z.string()) }),
    /** Answers to the rows' question that belong to no column. */
    leftOut: z.number().int(),
    columns: z.array(CrosstabColumn),
    rows: z.array(CrosstabRow),
    /** Whether an answer may be in several columns: their n then add up to more than the base. */
    columnsOverlap: z.boolean(),
    /** Association of rows and columns; null with the reason in `testNote`. */
    test: CrosstabTest.nullable(),
    testNote: z.string().nullable(),
    /** Pairs that letters were looked for in: Holm's (1979) correction is over all of them. */
    comparisons: z.number().int(),
    /** Why there are no letters; null where there may be. */
    lettersNote: z.string().nullable(),
    /** `primary`: the comparison of this question by these columns was named before launch. */
    kind: z.enum(['primary', 'exploratory']),
    /** The rows restate what the columns are made of. */
    trueByConstruction: z.boolean(),
    provisional: z.boolean(),
    rehearsal: z.boolean(),
    caveat: z.string(),
    /** How the numbers came about, in a line. */
    method: z.string(),
  })
  .meta({ id: 'Crosstab' })
export type Crosstab = z.infer<typeof Crosstab>

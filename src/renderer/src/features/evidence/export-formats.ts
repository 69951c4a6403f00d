import type { exportFormats } from '../../../../shared/contract/evidence.ts'

export type ExportFormat = (typeof exportFormats)[number]
type Item = { readonly format: ExportFormat; readonly label: string; readonly about: string }

/** What a run can be saved as, by what it is for. */
export const exportGroups: readonly { readonly title: string; readonly items: readonly Item[] }[] =
  [
    {
      title: 'Report',
      items: [
        { format: 'pdf', label: 'PDF', about: 'For a decision, to send and to print' },
        { format: 'html', label: 'HTML', about: 'The same in one file for a browser' },
        { format: 'zip', label: 'Everything', about: 'With tables, R script and manifest, zipped' },
      ],
    },
    {
      title: 'Results',
      items: [
        { format: 'xlsx', label: 'Excel', about: 'All tables, themes, models, interviews' },
        { format: 'results', label: 'Estimates', about: 'CSV: each with its interval' },
        { format: 'comparisons', label: 'Differences', about: 'CSV: groups compared, with p' },
        { format: 'associations', label: 'Associations', about: 'CSV: Rao–Scott tests by group' },
        { format: 'themes', label: 'Themes', about: 'CSV: share of each theme by group' },
        { format: 'r', label: 'R script', about: 'Computes the results from the interviews again' },
      ],
    },
    {
      title: 'Interviews, a row each',
      items: [
        { format: 'table', label: 'CSV', about: 'Opens everywhere; what the R script reads' },
        { format: 'codebook', label: 'Codebook', about: 'What the columns of the interviews hold' },
        { format: 'sav', label: 'SPSS', about: 'Labels, missing values and weight declared' },
        { format: 'dta', label: 'Stata', about: 'Labels and .a, .b, .c for missing answers' },
        { format: 'parquet', label: 'Parquet', about: 'Typed columns, labels as metadata' },
      ],
    },
    {
      title: 'Answers, a row each',
      items: [
        { format: 'csv', label: 'CSV', about: 'Every answer in words, with its weight' },
        { format: 'jsonl', label: 'JSONL', about: 'For scripts, nothing flattened' },
        { format: 'parquet-answers', label: 'Parquet', about: 'For many answers' },
      ],
    },
    {
      title: 'To repeat it',
      items: [
        {
          format: 'zip',
          label: 'Everything',
          about: 'Report, tables, script and manifest, zipped',
        },
        { format: 'manifest', label: 'Manifest', about: 'All that decided the answers' },
      ],
    },
  ]

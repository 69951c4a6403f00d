import type { Evidence } from '../../../../shared/contract/evidence.ts'
import { fieldName } from '../../domain/criteria/sentence.ts'
import { list, plural } from '../../domain/evidence/words.ts'
import { runOfHowMany, type ReportContext } from './report-context.ts'
import type { Block } from './report-document.ts'

export function limitBlocks(evidence: Evidence, context: ReportContext): Block[] {
  const { run, questions, caveat, rehearsal, provisional } = evidence
  const { design } = context.manifest.study
  const domains = questions.flatMap(({ overall, segments, conditions }) => [
    overall,
    ...segments,
    ...conditions,
  ])
  const small = domains.filter(({ effectiveN }) => effectiveN < 30).length
  const exploratory = questions
    .flatMap(({ comparisons }) => comparisons)
    .filter(({ kind }) => kind === 'exploratory').length
  const missing = run.tasks.total - run.tasks.succeeded
  return [
    {
      kind: 'list',
      items: [
        { text: caveat },
        ...(rehearsal
          ? [
              {
                text: 'A rehearsal tries out a study: its answers come from rules, not from people or a language model.',
              },
            ]
          : []),
        ...(provisional
          ? [{ text: 'The run is not finished: every number may still change.' }]
          : []),
        ...(missing > 0
          ? [{ text: `${missing} of ${plural(run.tasks.total, 'interview')} have no answers.` }]
          : []),
        ...(small > 0
          ? [
              {
                text: `${small} of ${domains.length} groups have an effective n under 30: read their intervals, not their estimates. Under 5 answers nothing is shown.`,
              },
            ]
          : []),
        ...(exploratory > 0
          ? [
              {
                text: `${plural(exploratory, 'comparison')} were not named before launch: they suggest what to test next and prove nothing.`,
              },
            ]
          : []),
        ...(design.exclusions ? [{ text: `Left out: ${design.exclusions}` }] : []),
      ],
    },
  ]
}

export function methodBlocks(evidence: Evidence, context: ReportContext): Block[] {
  const { manifest, personas, interviews, cohorts, weightVariation } = context
  const { design } = manifest.study
  const strata = cohorts.filter((cohort) => cohort.personas > 0).length
  const conditions = design.conditions.map(({ name }) => name)
  return [
    {
      kind: 'text',
      text: `${plural(personas, 'persona')} gave ${plural(interviews, 'interview')}: ${list(cohorts.map((cohort) => `${cohort.personas} of ${cohort.name}`))}. ${
        conditions.length === 0
          ? 'All were asked the same.'
          : `Conditions: ${list(conditions)}, ${design.design === 'within' ? 'all of them asked of every persona' : 'one to a persona'}.`
      }${design.replicates > 1 ? ` Everything was asked ${design.replicates} times, in sessions of their own.` : ''}`,
    },
    {
      kind: 'text',
      text: `Weights make the panel look like its population and were frozen at launch (coefficient of variation ${weightVariation.toFixed(2)}); they count as constants.`,
    },
    {
      kind: 'text',
      text: `Standard errors are linearised on the design svydesign(ids = ~persona, strata = ~cohort, weights = ~weight, nest = TRUE): personas are the sampling units, all rows of a persona belong to one unit, and a lone persona in a cohort is centred at the grand mean. Degrees of freedom are personas less cohorts: ${Math.max(0, personas - strata)} for everyone, fewer in a group.`,
    },
    {
      kind: 'text',
      text: 'Shares carry intervals of Korn & Graubard with their n capped at n; at 0 and 100 % of Clopper & Pearson at Kish’s effective n over personas. Means carry t intervals, medians and quartiles of numbers those of Woodruff on the logit scale; the median of a scale has none.',
    },
    {
      kind: 'text',
      text: `Differences are in raw units with their interval first. ${evidence.provisional ? 'No p is given before the run is finished.' : 'Those named before launch are tested and adjusted by Holm within a question; all others are exploratory.'} The export for R computes every number of the tables again with the package survey.`,
    },
    ...bandBlocks(evidence),
    {
      kind: 'text',
      text: 'Associations are tested with the second-order correction of Rao & Scott as an F. Their strength is Cramér’s V with what chance alone makes of it taken off, as Bergsma does, by the design effects of the same test.',
    },
    { kind: 'heading', level: 3, text: 'References' },
    { kind: 'list', items: REFERENCES.map((text) => ({ text })) },
  ]
}

function bandBlocks({ bands }: Evidence): Block[] {
  return bands.map(({ field, labels }) => ({
    kind: 'text',
    text: `Groups by ${fieldName(field)} are bands: quarters of this run’s personas, as near as round numbers and equal values allow, and the same from the first answer to the last (${list(labels)}).`,
  }))
}

const REFERENCES = [
  'Bergsma, W. (2013). A bias-correction for Cramér’s V and Tschuprow’s T. Journal of the Korean Statistical Society, 42, 323–328.',
  'Binder, D. A. (1983). On the variances of asymptotically normal estimators from complex surveys. International Statistical Review, 51, 279–292.',
  'Clopper, C. J., & Pearson, E. S. (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika, 26, 404–413.',
  'Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics, 6, 65–70.',
  'Kish, L. (1965). Survey sampling. Wiley.',
  'Korn, E. L., & Graubard, B. I. (1998). Confidence intervals for proportions with small expected number of positive counts estimated from survey data. Survey Methodology, 24, 193–201.',
  'Lumley, T. (2004). Analysis of complex survey samples. Journal of Statistical Software, 9(8).',
  'Rao, J. N. K., & Scott, A. J. (1984). On chi-squared tests for multiway contingency tables with cell proportions estimated from survey data. Annals of Statistics, 12, 46–60.',
  'Woodruff, R. S. (1952). Confidence intervals for medians and other position measures. Journal of the American Statistical Association, 47, 635–646.',
]

export function manifestBlocks({ run }: Evidence, context: ReportContext): Block[] {
  const { manifest, engineVersion, runs, changes } = context
  const { study, skill, population, model } = manifest
  return [
    {
      kind: 'facts',
      rows: [
        ['Manifest', run.manifestHash],
        [
          'Study',
          study.revision === undefined ? study.name : `${study.name}, revision ${study.revision}`,
        ],
        ['Skill', `version ${skill.version}, ${skill.hash}`],
        ['Population', `version ${population.version}, ${population.hash}`],
        ['Model', `${model.modelName}, temperature ${study.design.temperature}`],
        ['Random seed', String(study.design.randomSeed)],
        ['Instant of the sessions', manifest.clock],
        ['Interviews', `${run.tasks.succeeded} of ${run.tasks.total}`],
        ['Tokens', `${run.tokensIn} in, ${run.tokensOut} out`],
        ['Launched with', `Persona Workbench ${manifest.engineVersion}`],
        ['Report by', `Persona Workbench ${engineVersion}`],
      ],
    },
    { kind: 'heading', level: 3, text: 'To repeat it' },
    {
      kind: 'text',
      text: `npx workbench run replay ${run.id} --workspace <folder> asks again from the manifest without the network and compares byte by byte. The export “Manifest” holds everything that decided the answers.`,
    },
    { kind: 'heading', level: 3, text: runOfHowMany(run.number, runs) },
    {
      kind: 'table',
      caption: 'All runs of this study, so that one is not picked for its result.',
      head: ['Run', 'Launched', 'Model', 'Status', 'Purpose'],
      rows: runs.map(({ number, createdAt, modelName, status, purpose }) => [
        number === run.number ? `${number} (this one)` : String(number),
        createdAt.slice(0, 16).replace('T', ' '),
        modelName,
        status.replaceAll('_', ' '),
        purpose === 'study' ? 'the study' : 'robustness: asked in several ways',
      ]),
    },
    { kind: 'heading', level: 3, text: 'Changed since the launch' },
    changes.length === 0
      ? { kind: 'text', text: 'Nothing was changed in the study after this run was launched.' }
      : { kind: 'list', items: changes.map((text) => ({ text })) },
  ]
}

import type { RunEvidence } from '../../../../shared/contract/arm-evidence.ts'
import type { Evidence } from '../../../../shared/contract/evidence.ts'
import { armsBlocks } from './arms-blocks.ts'
import { associationBlocks } from './association-blocks.ts'
import { limitBlocks, manifestBlocks, methodBlocks } from './method-blocks.ts'
import { numberTables } from './number-tables.ts'
import { questionBlocks } from './question-blocks.ts'
import { runOfHowMany, type ReportContext } from './report-context.ts'
import type { Block, ReportDocument, Section } from './report-document.ts'
import { summaryBlocks } from './summary-blocks.ts'
import { validationBlocks } from './validation-blocks.ts'

const SEVERITY = { error: 'Serious', warning: 'Warning', info: 'Note' } as const

/** The report for a decision: the answer on the first page, then what it rests on. */
export function reportDocument(evidence: RunEvidence, context: ReportContext): ReportDocument {
  const { run, rehearsal, provisional, questions } = evidence
  const { codings } = context
  const labels = [
    ...(rehearsal ? ['Rehearsal, not evidence about people'] : []),
    ...(provisional ? ['provisional'] : []),
  ]
  return {
    title: context.manifest.study.name,
    kicker: `${runOfHowMany(run.number, context.runs)} · ${run.modelName} · ${run.finishedAt?.slice(0, 10) ?? 'not finished'}`,
    label: labels.length === 0 ? null : labels.join(' · '),
    summary: summaryBlocks(evidence, context),
    sections: [
      section('warnings', 'Read this first', warningBlocks(evidence)),
      ...questions.map((question, i) =>
        section(
          `question-${i + 1}`,
          `${i + 1}. ${question.text}`,
          questionBlocks(question, codings.get(question.questionId), rehearsal),
        ),
      ),
      section('associations', 'What goes with whom', associationBlocks(evidence)),
      section('arms', 'What the personas add', armsBlocks(evidence.arms, questions)),
      section('validation', 'Validation against people', validationBlocks(evidence, context)),
      section('limits', 'Limits', limitBlocks(evidence, context)),
      section('method', 'Method', methodBlocks(evidence, context)),
      section(
        'numbers',
        'All numbers',
        questions.flatMap((question, i) =>
          numberTables(question, i + 1, codings.get(question.questionId)),
        ),
      ),
      section('manifest', 'Manifest', manifestBlocks(evidence, context)),
    ].filter(({ blocks }) => blocks.length > 0),
    source: `Manifest ${run.manifestHash.slice(0, 12)} · Persona Workbench ${context.engineVersion}`,
  }
}

function section(id: string, title: string, blocks: readonly Block[]): Section {
  return { id, title, blocks }
}

function warningBlocks({ warnings }: Evidence): Block[] {
  if (warnings.length === 0) return []
  return [
    {
      kind: 'list',
      items: warnings.map(({ severity, title, message }) => ({
        text: `${SEVERITY[severity]}: ${title}. ${message}`,
      })),
    },
  ]
}

import {
  ANY_VALUE,
  splitVariable,
  VALID_VALUE,
  writeCondition,
} from '../../../../../shared/contract/task-conditions.ts'
import type { Question } from '../../../../../shared/contract/questions.ts'
import { answerTexts, valueAt } from '../../questions/ask-question.ts'
import { readable } from '../../questions/readable.ts'
import { cohortDomains, conditionDomains, segmentDomains, type NamedDomain } from '../domains.ts'
import { indicatorOf } from '../answer-vectors.ts'
import { answeredDomain } from '../estimates.ts'
import type { EvidenceInput } from '../evidence-input.ts'
import { indicatorOfTheme, UNCLEAR } from '../../themes/theme-evidence.ts'

export type Category = {
  readonly value: string
  readonly label: string
  /** What it is a part of, where variables are crossed. */
  readonly parent: { readonly value: string; readonly label: string } | null
  /** 1 = inside: shape [rows]. */
  readonly rows: Uint8Array
  /** Conditions that `/runs/:id/tasks?where=` finds the same rows by. */
  readonly where: readonly string[]
}

/** A variable as it sorts the rows of a design. */
export type Classification = {
  readonly variable: string
  readonly label: string
  readonly question: Question | null
  readonly categories: readonly Category[]
  /** 1 = the variable says something of the row: shape [rows]. */
  readonly known: Uint8Array
  readonly knownWhere: readonly string[]
  /** Whether a row is in at most one category. */
  readonly isExclusive: boolean
  /** Themes that can still be changed: fitted to the differences they would be compared by. */
  readonly isFluid?: boolean
  /** Fields of the persona that it is made of. */
  readonly fields: readonly string[]
}

/** @returns undefined for a question that the run did not ask */
export function classify(input: EvidenceInput, variable: string): Classification | undefined {
  const { kind, name } = splitVariable(variable)
  switch (kind) {
    case 'cohort':
      return {
        ...fromDomains(variable, 'Cohort', cohortDomains(input)),
        known: new Uint8Array(input.rows.length).fill(1),
        knownWhere: [],
        fields: input.cohorts.flatMap(({ fields }) => fields),
      }
    case 'condition':
      return {
        ...fromDomains(variable, 'Condition', conditionDomains(input)),
        known: Uint8Array.from(input.rows, ({ condition }) => (condition === null ? 0 : 1)),
        knownWhere: [writeCondition('condition', ANY_VALUE)],
        fields: [],
      }
    case 'field':
      return {
        ...fromDomains(variable, nameOfField(name), segmentDomains(input, name)),
        known: Uint8Array.from(input.rows, ({ segments }) => (segments[name] == null ? 0 : 1)),
        knownWhere: [writeCondition(variable, ANY_VALUE)],
        fields: [name],
      }
    default: {
      const question = input.questions.find(({ id }) => id === name)
      if (question?.type === 'open') return classifyThemes(input, variable, question)
      return question && classifyAnswers(input, variable, question)
    }
  }
}

function fromDomains(variable: string, label: string, domains: readonly NamedDomain[]) {
  return {
    variable,
    label,
    question: null,
    categories: domains.map(({ value, label: name, rows }) => ({
      value,
      label: name,
      parent: null,
      rows,
      where: [writeCondition(variable, value)],
    })),
    isExclusive: true,
  }
}

/** By the answers to a closed question; no categories where its answers are of another kind. */
function classifyAnswers(
  input: EvidenceInput,
  variable: string,
  question: Question,
): Classification {
  const answers = input.answers[question.id] ?? []
  const known = answeredDomain(answers, new Uint8Array(input.rows.length).fill(1))
  const texts = question.type === 'multi' ? question.options : answerTexts(question)
  const values =
    question.type === 'multi' ? question.options : texts.map((_, i) => valueAt(question, i))
  return {
    variable,
    label: readable(question.text),
    question,
    categories: values.map(String).map((value, i) => ({
      value,
      label: readable(texts[i]!),
      parent: null,
      rows: indicatorOf(answers, value),
      where: [writeCondition(variable, value)],
    })),
    known,
    knownWhere: [writeCondition(variable, VALID_VALUE)],
    isExclusive: question.type !== 'multi',
    fields: [],
  }
}

/** By the themes of an open question, what has none last; no categories where none were found. */
function classifyThemes(
  input: EvidenceInput,
  variable: string,
  question: Question,
): Classification {
  const answers = input.answers[question.id] ?? []
  const known = answeredDomain(answers, new Uint8Array(input.rows.length).fill(1))
  const found = input.themes[question.id]
  const themes = (found?.labels ?? []).map(({ id, label }, index) => ({ id, label, index }))
  const named = themes.length === 0 ? [] : [...themes, { ...UNCLEAR, index: -1 }]
  return {
    variable,
    label: readable(question.text),
    question,
    categories: named
      .map(({ id, label, index }) => ({
        value: `__theme:${id}`,
        label,
        parent: null,
        rows: intersect(indicatorOfTheme(found!, index), known),
        where: [writeCondition(variable, `__theme:${id}`)],
      }))
      .filter(({ rows }) => rows.includes(1)),
    known,
    knownWhere: [writeCondition(variable, VALID_VALUE)],
    isExclusive: true,
    isFluid: found?.isFixed !== true,
    fields: [],
  }
}

function intersect(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((inside, row) => inside & b[row]!)
}

/** Every category of one variable cut by the other; pairs that nobody is in are left out. */
export function cross(outer: Classification, inner: Classification): Classification {
  return {
    variable: outer.variable,
    label: outer.label,
    question: null,
    categories: outer.categories.flatMap((a) =>
      inner.categories.flatMap((b) => {
        const rows = intersect(a.rows, b.rows)
        if (!rows.includes(1)) return []
        const parent = { value: a.value, label: a.label }
        return [{ value: b.value, label: b.label, parent, rows, where: [...a.where, ...b.where] }]
      }),
    ),
    known: intersect(outer.known, inner.known),
    knownWhere: [...outer.knownWhere, ...inner.knownWhere],
    isExclusive: outer.isExclusive && inner.isExclusive,
    isFluid: (outer.isFluid ?? false) || (inner.isFluid ?? false),
    fields: [...outer.fields, ...inner.fields],
  }
}

/** `attributes.region` → “Region”. */
function nameOfField(field: string): string {
  const name = field === 'baseOccupation' ? 'occupation' : field.replace(/^[a-z]+\./, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

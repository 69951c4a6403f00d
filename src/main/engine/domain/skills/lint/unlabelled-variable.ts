import type { LintedQuestion, LintedSkill, LintedText } from './linted-skill.ts'
import { advice, rewording, type Found, type Rule, type Span } from './rule.ts'

/** A place that is still to be filled in would be read out as it is. */
export const unlabelledVariable: Rule = {
  rule: 'unlabelled-variable',
  severity: 'error',
  readsEnglish: false,
  checkQuestion: (question: LintedQuestion) =>
    [question.text, ...question.lists.flatMap(({ entries }) => entries)].flatMap(checkText),
  checkSkill: ({ objective, instructions }: LintedSkill) =>
    [objective, instructions].flatMap(checkText),
}

/** Written in other tools; the name inside says what it holds. */
const foreign: readonly RegExp[] = [
  /\[([A-Za-z][^[\]{}]{0,40})\]/,
  /<([A-Za-z][^<>{}/]{0,40})>/,
  /\$\{([^{}]{1,40})\}/,
  /(?<!\{)\{([^{}]{1,40})\}(?!\})/,
  /(?<![\w%])%([A-Za-z]\w{0,30})%/,
]
const unfinished: readonly RegExp[] = [
  /\{\{\s*\}\}/,
  /\{\{[^{}]{0,60}(?:\}(?!\})|$|(?=\{))/,
  /_{3,}/,
  /(?<![\w])X{2,}(?!\w)/,
  /\b(?:TBD|TBA|TBC|TODO|FIXME|PLACEHOLDER)\b|\blorem ipsum\b/i,
]
const named = /\{\{\s*([^{}]+?)\s*\}\}/g
const saysNothing =
  /^(?:[a-z]|\d+|(?:var|v|x|variable|param|value|placeholder|field|foo|bar|baz|tmp|temp|test|thing)[_-]?\d*)$/i

function checkText(at: LintedText): Found[] {
  for (const pattern of unfinished) {
    const match = pattern.exec(at.text)
    if (match)
      return [
        toFound(
          at,
          spanOf(match),
          advice('Write what belongs there, or a variable such as {{product}}.'),
        ),
      ]
  }
  for (const pattern of foreign) {
    const match = pattern.exec(at.text)
    if (match) return [ofForeign(at, match)]
  }
  const nameless = [...at.text.matchAll(named)].find(([, name]) => saysNothing.test(name!))
  if (!nameless) return []
  return [
    {
      ...toFound(at, spanOf(nameless), advice('Name it for what it holds, such as {{product}}.')),
      severity: 'info',
      explanation: `The name of ${nameless[0]} does not say what it holds, and whoever sets up a study has to guess.`,
    },
  ]
}

function ofForeign(at: LintedText, match: RegExpExecArray): Found {
  const name = match[1]!
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
  const span = spanOf(match)
  const filled = `${at.text.slice(0, span.start)}{{${name}}}${at.text.slice(span.end)}`
  return toFound(at, span, name ? rewording(at.path, filled) : advice('Write {{name}}.'))
}

function toFound(at: LintedText, span: Span, suggestion: Found['suggestion']): Found {
  const words = at.text.slice(span.start, span.end)
  return {
    path: at.path,
    span,
    explanation: `“${words}” is still to be filled in, and would be read out as it is. Conditions fill {{name}} only.`,
    suggestion,
  }
}

function spanOf(match: { readonly index: number; readonly 0: string }): Span {
  return { start: match.index, end: match.index + match[0].length }
}

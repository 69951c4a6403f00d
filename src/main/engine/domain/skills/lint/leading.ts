import { askedParts, replaceSpan, sentencesOf, spanIn, type Part } from './asked.ts'
import type { LintedQuestion } from './linted-skill.ts'
import { advice, rewording, type Found, type Rule } from './rule.ts'

/**
 * Wording that tells which answer is wanted (Payne 1951, The Art of Asking Questions; Dillman,
 * Smyth & Christian 2014, ch. 4): people, and language models more so, tend to comply.
 */
export const leading: Rule = {
  rule: 'leading',
  severity: 'warning',
  readsEnglish: true,
  checkQuestion,
}

type Cue = {
  readonly pattern: RegExp
  readonly why: string
  readonly advice: string
  /** The words to stand in place of the match, and what to add at the end of the question. */
  readonly instead?: (match: RegExpExecArray) => string
  /** Whether the answers offered go with it: else there is advice alone. */
  readonly fits?: (question: LintedQuestion) => boolean
  /** Whether it counts at all. */
  readonly when?: (question: LintedQuestion) => boolean
  readonly closing?: string
}

const negated: Readonly<Record<string, string>> = {
  "can't": 'Can',
  "won't": 'Will',
}
const auxiliary = '(?:do|does|did|is|are|was|were|has|have|had|would|should|could|can|will|must)'
const pronoun = '(?:you|it|we|they|this|that|there|he|she)'
const believers =
  '(?:nearly |almost |practically )?(?:everyone|everybody|most \\w+|many \\w+|all \\w+|experts?|doctors?|scientists?|specialists?|people like you|other \\w+)'
const degrees =
  '(?:great|amazing|wonderful|fantastic|excellent|awesome|brilliant|superb|terrific|delicious|beautiful|enjoyable|delightful|impressive|exciting|heroic|smart|terrible|awful|horrible|dreadful|bad|poor|disappointing|annoying|frustrating|boring|harmful|damaging|dangerous|unsafe|unfair|dissatisfied|unhappy|short|slow|small|weak|dirty|rude|lazy|corrupt|dishonest|wasteful|expensive)'

const cues: readonly Cue[] = [
  {
    pattern: new RegExp(`(?<=^|, |: )(${auxiliary}n['’]t|can['’]t|won['’]t)(?= \\w)`, 'i'),
    why: 'A question that begins with a negation expects a yes.',
    advice: 'Ask without the negation, and name both answers.',
    instead: ([word]) => positive(word),
    closing: ', or not?',
  },
  {
    pattern: new RegExp(`^${auxiliary} ${pronoun} not\\b`, 'i'),
    why: 'A question that begins with a negation expects a yes.',
    advice: 'Ask without “not”, and name both answers.',
    instead: ([words]) => words.replace(/ not$/i, ''),
    closing: ', or not?',
  },
  {
    pattern: new RegExp(
      `,\\s*(?:right|correct|agreed|no|yes|ok(?:ay)?|${auxiliary}(?:n['’]t)? ${pronoun}(?: (?:think|say|agree))?(?: not)?)\\?$`,
      'i',
    ),
    why: 'The tag at the end asks to be agreed with.',
    advice: 'Leave the tag out and ask openly, with both answers named.',
  },
  {
    pattern: /^you\b(?!.*\bor\b).*\?$/i,
    when: ({ isAgreement }) => !isAgreement,
    why: 'It states the answer and asks for a nod.',
    advice: 'Turn it into a question that either answer fits.',
  },
  {
    pattern: /\b(?:do|would|don['’]t|wouldn['’]t) you (?:also )?agree that\b/i,
    why: 'Asked whether they agree, people tend to say that they do.',
    advice: 'Ask for the view itself, with both answers named.',
    instead: ([words]) => words.replace(/\b(?:also )?agree that\b/i, 'think that'),
    closing: ', or not?',
    when: ({ isAgreement }) => !isAgreement,
  },
  {
    pattern: /\b(?:do|would|don['’]t|wouldn['’]t) you (?:also )?agree\b(?! or\b)/i,
    why: 'Asked whether they agree, people tend to say that they do.',
    advice: 'Ask “do you agree or disagree”, or ask for the view itself.',
    instead: ([words]) => words.replace(/\b(?:also )?agree\b/i, 'agree or disagree'),
    fits: ({ isAgreement }) => isAgreement,
  },
  {
    pattern: /\bdo you (?:also|too|likewise|still) (?:think|believe|feel|find|support)\b/i,
    why: '“Also” and “still” say that others do.',
    advice: 'Ask without that word, and name both answers.',
    instead: ([words]) => words.replace(/ (?:also|too|likewise|still)\b/i, ''),
    closing: ', or not?',
  },
  {
    pattern:
      /^(?:obviously|clearly|surely|certainly|of course|naturally|undoubtedly|no doubt|needless to say)\b|\b(?:it is|it['’]s|is it) (?:not )?(?:clear|obvious|evident|well known|common knowledge|no secret)(?: that)?\b|\bas (?:you|we all|everyone) knows?\b/i,
    why: 'It presents one answer as certain.',
    advice: 'Leave the remark out.',
  },
  {
    pattern: new RegExp(
      `\\bas (?:research|(?:recent |many |most )?(?:studies|surveys|polls|reports|figures)) (?:has |have )?(?:shows?|shown|proven?|proves?|confirms?|suggests?|says?)\\b|\\bas (?:${believers}) (?:now )?(?:do|does|say|says|want|wants|think|thinks|agree|agrees|recommend|recommends|believe|believes|know|knows)\\b|\\b(?:like|along with|together with) (?:nearly |almost )?(?:most(?! (?:about|of all)\\b)|everyone|everybody|all|many|other responsible)\\b`,
      'i',
    ),
    why: 'It says what others think, and people like to follow.',
    advice: 'Leave out what others think or do.',
  },
  {
    pattern:
      /^(?:given|considering|with|in (?:view|light) of|because of) (?:the|all|our|so|this|these|rising|growing|falling|(?:[\w-]+ ){1,3}(?:rising|growing|falling|soaring|under (?:pressure|threat)))\b[^?]*?,(?= (?:would you (?:support|back|favou?r|vote|agree)|how (?:likely|willing|interested|much)|should|do you (?:support|agree|think)))/i,
    why: 'It gives an argument for one side before it asks.',
    advice: 'Leave the argument out, or give the best one of each side.',
  },
  {
    pattern:
      /^(?:given (?:that|how)|considering (?:that|how|the fact)|seeing (?:that|how)|since|because|knowing that|in (?:view|light) of|now that)\b[^?]*?,(?= (?:would|should|do|does|is|are|will|can|how|don['’]t))/i,
    why: 'It gives an argument for one side before it asks.',
    advice: 'Leave the argument out, or give the best one of each side.',
  },
  {
    pattern:
      /^(?:in order )?to (?:protect|save|help|support|keep|improve|prevent|stop|defend|secure)\b[^?,]*,(?= (?:would|should|do|will|can))/i,
    why: 'It gives a good cause for one answer before it asks.',
    advice: 'Ask about the measure alone.',
  },
  {
    pattern:
      /(?<=\b(?:support|favou?r|back|welcome|accept|oppose|approve|agree|pay|vote)\b[^?]*), ?(?:which (?:would|will|could|makes?|means?|helps?|saves?|has|is)|so that|because|since|as (?:it|this|they) (?:would|will))\b[^?]*/i,
    why: 'It adds an argument for one side.',
    advice: 'Ask about the measure alone, or give the best argument of each side.',
    instead: () => '',
  },
  {
    pattern:
      /\bhow (?:much|strongly|greatly) (?:do|did|does|would|will|have|are) you (?:\w+ )?(?:love|enjoy|adore|appreciate|benefit|admire|value|hate|dislike|loathe|regret|resent)(?:ed)?\b(?! or\b)/i,
    why: 'It takes one side for granted and asks only for its degree.',
    advice: 'Name both sides: “How much do you like or dislike…”.',
  },
  {
    pattern: new RegExp(
      `\\bhow (?:much (?:better|worse|easier|faster|cheaper|nicer|safer|happier)|${degrees})\\b(?! or\\b)`,
      'i',
    ),
    why: 'It takes the verdict for granted and asks only for its degree.',
    advice: 'Name both sides, or ask without a verdict: “How would you rate…”.',
  },
  {
    pattern:
      /^as an? (?:responsible|good|caring|loyal|concerned|conscientious|smart|reasonable|decent|proud|true|patriotic|loving|thoughtful|intelligent|informed|modern|savvy|discerning)\b[^,]*,/i,
    why: 'It says what kind of person gives the right answer.',
    advice: 'Leave the description out.',
    instead: () => '',
  },
  {
    pattern: /\b(?:can|may|could) we (?:count|rely) on (?:you|your)\b/i,
    why: 'A plea is hard to turn down.',
    advice: 'Ask whether they would support it or not.',
  },
  {
    pattern:
      /\b(?:isn['’]t it|is it not|is it(?: not)?) (?:high )?time (?:that|to|for|we)\b|\bwouldn['’]t it be\b/i,
    why: 'It says that the time has come.',
    advice: 'Ask whether it should be done or not.',
  },
  {
    pattern: /\bdo you prefer\b(?!.*\b(?:or|over|to|than|rather|between)\b)/i,
    when: ({ type }) => type === 'yesno',
    why: 'It names one of several things to prefer.',
    advice: 'Name them all, or ask which one they prefer.',
  },
  {
    pattern:
      /\bor (?:would you (?:rather )?)?(?:just |simply )?(?:let|allow|ignore|sacrifice|abandon|destroy|do nothing)\b/i,
    why: 'One of the two sides is put so that nobody would choose it.',
    advice: 'Put each side as those who hold it would.',
  },
]

/** A claim before the question, on what is known or what others do. */
const claim =
  /^(?:most|nearly (?:all|everyone)|almost (?:all|everyone)|everyone|everybody|the (?:vast )?majority|many \w+ (?:recommend|agree|say)|more and more|\d+ ?%|\d+ (?:in|out of)|(?:nine|eight|seven|four|three) (?:in|out of)|experts?|research(?:ers)?|stud(?:y|ies)|scientists?|science|doctors?|evidence|it is (?:well )?known|it(?:['’]s| is) (?:clear|obvious|evident|no secret)|obviously|clearly|of course|history)\b/i

function checkQuestion(question: LintedQuestion): Found[] {
  const parts = askedParts(question)
  const claims = sentencesOf(question.text).filter(
    (part) => claim.test(part.text) && parts.some(({ start }) => start > part.start),
  )
  if (claims[0]) return [ofClaim(claims[0])]
  // One reason is enough: a second cue in the same words says nothing new.
  for (const part of parts)
    for (const cue of cues) {
      const match = cue.pattern.exec(part.text)
      if (match && (cue.when?.(question) ?? true)) return [ofCue(cue, match, part, question)]
    }
  return []
}

function ofClaim(part: Part): Found {
  return {
    path: part.path,
    span: { start: part.start, end: part.start + part.text.length },
    explanation: 'It says what others think or what is known, and people like to follow.',
    suggestion: advice('Leave the sentence out and begin with the question.'),
  }
}

function ofCue(cue: Cue, match: RegExpExecArray, part: Part, question: LintedQuestion): Found {
  const span = spanIn(part, match)
  const found = { path: part.path, span, explanation: cue.why }
  const fits = cue.fits?.(question) ?? true
  if (!cue.instead || !fits || part.path !== question.text.path)
    return { ...found, suggestion: advice(cue.advice) }
  const replaced = replaceSpan(question.text.text, span, cue.instead(match))
  const closed = cue.closing ? replaced.replace(/(?:, or not)?\?\s*$/, cue.closing) : replaced
  return { ...found, suggestion: rewording(part.path, startUpper(closed.trimStart())) }
}

function positive(word: string): string {
  const plain = word.replace('’', "'").toLowerCase()
  const found = negated[plain] ?? plain.replace(/n't$/, '')
  return /^[A-Z]/.test(word) ? startUpper(found) : found.toLowerCase()
}

function startUpper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

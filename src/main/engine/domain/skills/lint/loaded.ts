import { sentencesOf, spanIn, type Part } from './asked.ts'
import type { LintedQuestion } from './linted-skill.ts'
import { advice, type Found, type Rule } from './rule.ts'

/**
 * Words that judge what is asked about, and assumptions that need not hold (Payne 1951; Sudman &
 * Bradburn 1982, Asking Questions).
 */
export const loaded: Rule = {
  rule: 'loaded',
  severity: 'warning',
  readsEnglish: true,
  checkQuestion,
}

/** Judge what they stand before: "the wasteful project", not "is it wasteful". */
const verdicts =
  'greedy|arrogant|lazy|idle|reckless|corrupt|crooked|dishonest|incompetent|inept|clueless|wasteful|disgraceful|shameful|scandalous|outrageous|appalling|shocking|useless|pointless|senseless|terrible|awful|horrible|dreadful|horrendous|hideous|vicious|cruel|brutal|heartless|ruthless|evil|wicked|barbaric|inhumane|innocent|helpless|defenceless|defenseless|hard-?working|law-abiding|decent|bloated|draconian|crippling|crushing|punishing|job-killing|job-destroying|out-of-control|runaway|unelected|faceless|out-of-touch|privileged|pampered|spoiled|ungrateful|selfish|irresponsible|foolish|stupid|ridiculous|absurd|insane|silly|nasty|filthy|pathetic|miserable|catastrophic|disastrous|devastating|unfair|unjust|unacceptable|excessive|exorbitant|extortionate|overpaid|overpriced|unbearable|intolerable|hateful|radical|extremist|fanatical|misguided|short-sighted|ill-conceived|botched|failed|failing|despicable|unscrupulous|predatory|sinister|tyrannical|harmful|damaging|destructive|unnecessary|burdensome|dubious|deceptive|misleading'
const praises =
  'award-winning|world-class|friendly|popular|superb|excellent|amazing|fantastic|wonderful|great|brilliant|delicious|beloved|much-loved|famous|trusted|state-of-the-art|best-selling|outstanding|exciting|beautiful|generous|attentive|cutting-edge|revolutionary|unbeatable|improved|heroic|brave|low|unique|terrific|first-class|first-rate|top-quality|high-quality'
/** Are a verdict wherever they stand. */
const verdictNouns =
  "so-called|fat cats?|scroungers?|benefit cheats?|freeloaders?|thugs?|hooligans?|parasites?|vermin|illegal aliens?|illegals|big pharma|nanny state|red tape|tax burden|tax relief|death tax|witch[- ]hunt|rip-?offs?|scams?|propaganda|indoctrinat\\w+|brainwash\\w*|bureaucrats?|elites|cronies|greed|do-gooders?|warmongers?|(?:flood|swarm|pour|surg)(?:s|ed|ing)? into|invad(?:e|ed|ing|ers?)|hijack\\w*|plunder\\w*|squander\\w*|exploits? (?:helpless|poor|weak)|wast(?:e|es|ed|ing) (?:public |our |taxpayers?['’]?s? |tax )?money|taxpayers['’] money|slaughter\\w*|murder(?:ing|ous)|(?<!\\b(?:of|for|with|commit\\w*|attempted|the) )murder(?! (?:rates?|trials?|victims?|cases?)\\b)|steal(?:s|ing)? (?:our|from us)|suffer for|ram(?:med|ming)? through|behind closed doors|woke|politically correct|(?<=['’]s )(?:failures?|mistakes?|lies|crimes|neglect|incompetence|refusal|blunders?|broken promises)|forc(?:e|ed|ing) (?:you|us|people|everyone|families|parents|workers|businesses|taxpayers) to|(?:protect|defend)(?:ing)? (?:themselves|ourselves|their families)"

const patterns: readonly (readonly [RegExp, (words: string) => string, string])[] = [
  [
    // Not where it is one of the answers ("fair or unfair") or the end of the clause.
    new RegExp(
      `(?<!\\b(?:or|as|how|too|or very|no|without|without any) )\\b(?:${verdicts})\\b(?=,? (?!or\\b|and\\b|to\\b|than\\b|for\\b|in\\b|at\\b|by\\b|that\\b|if\\b|when\\b|of\\b|because\\b|with\\b)[\\w-])`,
      'i',
    ),
    (words) => `“${words}” passes a judgement on what is asked about.`,
    'Leave the word out, or use one that both sides would.',
  ],
  [
    /\bdangerous(?= (?!places?|area|goods|substances|chemicals|waste|driving|sports?|work|situations?|products?|weather|roads?|or\b|and\b|to\b|than\b|for\b|in\b)\w)/i,
    () => '“Dangerous” passes a judgement on what is asked about.',
    'Leave the word out, or say what exactly you mean.',
  ],
  [
    new RegExp(
      `\\b(?:our|the new|this|these)(?: new,?)?(?: [\\w-]+,)? (?:${praises})(?= \\w)`,
      'i',
    ),
    (words) => `“${words}” praises what is asked about.`,
    'Leave the praise out.',
  ],
  [
    /\b(?:legendary|(?:world-|well-)?renowned|first-class|award-winning|world-class|much-loved|beloved|state-of-the-art|cutting-edge|revolutionary|ground-?breaking|unbeatable|visionary|iconic|acclaimed|prestigious)(?= \w)/i,
    (words) => `“${words}” praises what is asked about.`,
    'Leave the praise out.',
  ],
  [
    /\b(?:concerned|responsible|caring|loving|decent|honest|reasonable|sensible|right-thinking) (?:parents?|citizens?|people|drivers?|voters?|employers?|patriots?|families|customers?|owners?)\b/i,
    (words) => `“${words}” says who is on the right side.`,
    'Name the people without the praise.',
  ],
  [
    new RegExp(`(?<![\\w-])(?:${verdictNouns})(?![\\w-])`, 'i'),
    (words) => `“${words}” takes a side.`,
    'Use a word that both sides would.',
  ],
  [
    /\bwhat (?:do|did|would) you (?:most |least |really )?(?:dislike|hate|love|resent|regret|fear|loathe|miss)\b(?!.*\bif any)/i,
    () => 'It takes for granted that there is something.',
    'Add “if anything”, or ask first whether there is.',
  ],
  [
    /\bwhy (?:do|did|are|have|would) you (?:\w+ )?(?:prefer|love|like|hate|dislike|enjoy|trust|distrust|mistrust|support|oppose|waste|avoid|refuse|neglect|ignore|reject)\b/i,
    () => 'It takes for granted that they do.',
    'Ask first whether they do, then why, of those alone who do.',
  ],
  [
    /\bwhy you (?:\w+ )?(?:prefer|love|like|hate|dislike|enjoy|trust|distrust|support|oppose)\b|\bwhy you (?:think|believe|feel)\b[^?]*\b(?:best|worst|better|worse|greatest)\b|\b(?:where|when|with whom) do you (?:\w+ )?(?:enjoy|love|hate|like to)\b/i,
    () => 'It takes for granted that they do.',
    'Ask first whether they do, then go on with those who do.',
  ],
  [
    /\b(?:reasons?|why)\b[^?]*\byou (?:waste|neglect|fail|refuse|ignore|cheat|lie|overeat|overspend)\b/i,
    () => 'It takes for granted that they do something to be blamed for.',
    'Ask first whether they do, then why, of those alone who do.',
  ],
  [
    /\bwhy (?:is|are|was|were)\b[^?]*\b(?:better|worse|best|worst|superior|inferior|more \w+|less \w+|so \w+)\b/i,
    () => 'It takes a verdict for granted and asks for its reason.',
    'Ask for the verdict first.',
  ],
  [
    /\bwhat (?:(?:kinds? of |sorts? of |other )?(?:problems?|difficult(?:y|ies)|trouble|troubles|issues|complaints|concerns|drawbacks|harm|damage)\b(?=.*\b(?:you|your)\b)|(?:frustrates|annoys|bothers|irritates|upsets|worries|scares|angers) you\b)(?!.*\bif any)/i,
    () => 'It takes for granted that there were difficulties.',
    'Add “if any”, or ask first whether there were.',
  ],
  [
    /\bwhen did you (?:first )?(?:stop|quit|give up|lose|cheat|lie)\b/i,
    () => 'It takes for granted that they once did.',
    'Ask first whether they ever did.',
  ],
  [
    /\bhow (?:do|did) you (?:cope|put up) with\b|\bhow (?:do|did) you (?:deal|live) with (?:\w+ )?(?:difficult|annoying|stressful|bad|unpleasant|impossible|noisy|rude|angry|toxic)\b/i,
    () => 'It takes for granted that there is something to bear.',
    'Ask first whether it is so.',
  ],
  [
    /\b(?:where|when|how|from whom) do you (?:hide|cheat|lie|steal|waste|sneak|pretend)\b/i,
    () => 'It takes for granted that they do something to be blamed for.',
    'Ask first whether they ever do.',
  ],
]

function checkQuestion(question: LintedQuestion): Found[] {
  const found: Found[] = []
  for (const part of [...sentencesOf(question.text), ...wordsOf(question)]) {
    const hit = firstHit(part)
    if (hit) found.push(hit)
  }
  return found
}

/** Rows and options are read for verdicts too. */
function wordsOf({ items, answers }: LintedQuestion): Part[] {
  const options = answers.name === 'options' ? answers.entries : []
  return [...items, ...options.filter(({ text }) => text.length > 25)].map((entry) => ({
    ...entry,
    start: 0,
  }))
}

function firstHit(part: Part): Found | undefined {
  for (const [pattern, explain, advise] of patterns) {
    const match = pattern.exec(part.text)
    if (match)
      return {
        path: part.path,
        span: spanIn(part, match),
        explanation: explain(match[0]),
        suggestion: advice(advise),
      }
  }
  return undefined
}

/** What a question of an interview is after. */
export type Intent =
  | 'greeting'
  | 'thanks'
  | 'how-are-you'
  | 'out-of-character'
  | 'more'
  | 'why'
  | 'identity'
  | 'age'
  | 'place'
  | 'work'
  | 'family'
  | 'likes'
  | 'values'
  | 'character'
  | 'price'
  | 'frequency'
  | 'opinion'
  | 'fact'

// The first that matches decides, so the narrower come first.
const rules: readonly (readonly [Intent, RegExp])[] = [
  [
    'out-of-character',
    /\b(are(n't)? you|you('re| are)) (really |actually |just |only |not |perhaps )*(an? )?(ai|bot|chat ?bot|robot|machine|computer|program|human|real|llm|language model|simulat\w+|synthetic)\b|\b(system prompt|character sheet|(ignore|forget|disregard|print|reveal|show|repeat) (all |the |your |any |previous )*(instructions|prompt|rules)|as an ai|stop role ?play)/,
  ],
  ['thanks', /^(ok(ay)?[,. ]+)?(thanks?|thank you|bye|goodbye|that('s| is) all|see you)\b/],
  [
    'how-are-you',
    /\bhow (are|do) you (feel(ing)? (today|now|right now)|doing|today)|how are you\b|how('s| is) it going/,
  ],
  [
    'more',
    /^(and( then)?|then|so|go on|tell me more|more|what happened (then|next|after)|such as|for example|like what|what else|really|how so|in what way|can you (explain|elaborate)|what do you mean)\W*$|tell me more about (it|that|this)\W*$/,
  ],
  ['why', /^(but |and |so )?why\b|\bwhy (is|was|do|did|does) (that|it|this)\b|\breason/],
  [
    'opinion',
    /^(would you (?!(please |kindly )?(tell|say|describe|share|mind|introduce|give))|should\b|what do you (think|make)\b|how do you feel about\b|do you (think|believe|agree|support|trust)\b|what (worries|concerns|bothers|appeals|would|might|could)\b)/,
  ],
  ['age', /\bhow old are you|your age\b|when were you born|(what|which) year were you born/],
  [
    'identity',
    /\bwho are you|your name|introduce yourself|tell me (a bit |something |a little )?about yourself|about you\W*$/,
  ],
  [
    'place',
    /\bwhere (do you (live|come)|are you from)|where you('re| are) from|your (home ?town|city|town|neighbou?rhood)|where are you( now)?\W*$/,
  ],
  [
    'work',
    /\b(your (job|work|profession|occupation|career)|for (a living|work|money)|do you work|what do you do (all day|every day|during the day)|(normal|typical|usual|ordinary) (work ?)?day)\b|\bwhat do you do\W*$/,
  ],
  [
    'family',
    /\b(your (family|wife|husband|partner|children|kids|household)|married|do you have (children|kids)|live with)\b/,
  ],
  [
    'character',
    /\b(describe yourself|what (kind|sort|type) of person|your personality|your strengths?|your weakness(es)?|how would (others|friends|people) describe)\b/,
  ],
  [
    'values',
    /\b(matters? (most )?to you|important (to|for) you|what do you value|your values|believe in|what drives you|care about)\b/,
  ],
  [
    'likes',
    /\b(hobb(y|ies)|free time|spare time|do you (like|enjoy|love) (to|doing)|what do you (like|enjoy|love)|for fun|favou?rite|passion|interests?)\b/,
  ],
  [
    'price',
    /\b(how much (would|do|did) you (pay|spend)|willing to pay|price|cost|expensive|cheap|afford|worth (it|the|paying|\$|€|£))\b/,
  ],
  [
    'frequency',
    /\b(how (often|frequently|many times)|do you (ever|usually|often|regularly)|every (day|week|month))\b/,
  ],
  [
    'opinion',
    /\b(what do you (think|make of)|what('s| is) your (opinion|view|take|reaction|impression)|how do you feel about|do you (think|believe|trust|prefer|agree|support|like|want|need)|would you|should|your thoughts|opinion|prefer|convince|concern|worr(y|ies)|appeal|first (thought|reaction|impression)|what (would|might|could) (make|stop|keep))\b/,
  ],
]

const greeting = /^(hi|hello|hey|good (morning|afternoon|evening|day)|greetings|nice to meet you)\b/

/** @param asked  a prompt; without recalled history there is nothing to follow up on */
export function readIntent(asked: string): Intent {
  const plain = asked.trim().toLowerCase().replaceAll('’', "'")
  // A greeting may come before the real question.
  const rest = plain.replace(greeting, '').replace(/^[\s,.!:;-]*/, '')
  if (greeting.test(plain) && rest.split(/\s+/).length < 4 && !rest.includes('?')) return 'greeting'
  return rules.find(([, pattern]) => pattern.test(rest))?.[0] ?? 'fact'
}

/** Words by the emotion they name; a stem stands for its forms. */
const lexicon: Readonly<Record<string, string>> = {
  joy: 'happy happiness happily joy joyful joyous delighted delight glad cheerful elated overjoyed bliss blissful ecstatic thrilled laughed laughing giggled fun',
  contentment: 'content contented satisfied satisfaction pleased cosy cozy comfortable',
  pride: 'proud proudly pride triumphant accomplished',
  love: 'love loved loving adored adore affection tender tenderness in-love cherished',
  gratitude: 'grateful gratitude thankful thankfully blessed',
  relief: 'relief relieved',
  calm: 'calm calmly peaceful serene serenity relaxed tranquil',
  hope: 'hope hopeful hoped optimistic',
  excitement: 'excited exciting excitement exhilarated eager thrilling',
  wonder: 'amazed amazement astonished awe wonder fascinated marvelled marveled spellbound',
  surprise: 'surprised surprise stunned startled shocked shock',
  nostalgia: 'nostalgic nostalgia homesick homesickness missed longing longed',
  sadness:
    'sad sadly sadness unhappy miserable depressed heartbroken cried crying wept weeping tears tearful sorrow despair despaired devastated',
  grief: 'grief grieved grieving mourned mourning bereaved',
  disappointment: 'disappointed disappointment disappointing let-down disillusioned',
  loneliness: 'lonely loneliness isolated alone abandoned',
  fear: 'afraid scared frightened fear feared terrified terror dread dreaded panic panicked horror petrified',
  anxiety:
    'anxious anxiety nervous nervously worried worry worries uneasy tense stressed overwhelmed',
  anger: 'angry angrily anger furious fury rage raged livid outraged resentful resentment',
  frustration: 'frustrated frustrating frustration annoyed annoying irritated fed-up',
  hurt: 'hurt betrayed betrayal humiliated rejected',
  shame: 'ashamed shame shameful disgraced humiliation',
  guilt: 'guilty guilt remorse remorseful',
  regret: 'regret regretted regrets sorry',
  embarrassment: 'embarrassed embarrassing embarrassment mortified blushed',
  jealousy: 'jealous jealousy envious envy envied',
  disgust: 'disgusted disgust disgusting revolted repulsed',
  determination: 'determined determination stubborn resolved',
  confusion: 'confused confusion bewildered puzzled lost',
  tiredness: 'exhausted exhaustion tired weary drained',
  curiosity: 'curious curiosity intrigued',
  doubt: 'doubt doubted doubtful unsure uncertain insecure',
}

const emotionOf = new Map(
  Object.entries(lexicon).flatMap(([emotion, words]) =>
    words.split(' ').map((word) => [word, emotion] as const),
  ),
)
// "Nobody was happy", "I was not afraid": the emotion was not there.
const NEGATION = /\b(?:not|no|never|nobody|without|neither|nor|hardly|barely|\p{L}+n['’]t)\b/iu
const WORDS_BACK = 3

export type NamedEmotion = { readonly word: string; readonly emotion: string }

/** Emotions that a text names and does not deny, in its order, each word once. */
export function findEmotions(text: string): NamedEmotion[] {
  const words = text.match(/[\p{L}'’]+/gu) ?? []
  const found = new Map<string, NamedEmotion>()
  words.forEach((raw, i) => {
    const word = raw.toLowerCase()
    const pair = `${words[i - 1]?.toLowerCase() ?? ''}-${word}`
    const emotion = emotionOf.get(pair) ?? emotionOf.get(word)
    if (emotion === undefined || found.has(word)) return
    const before = words.slice(Math.max(0, i - WORDS_BACK), i).join(' ')
    if (NEGATION.test(before) || isOtherwise(word, words[i + 1])) return
    found.set(word, { word, emotion })
  })
  return [...found.values()]
}

const otherUses: Readonly<Record<string, RegExp>> = {
  missed: /^(the|a|an|my|our|his)$/i,
  lost: /^(the|a|an|my|our|his|her|in|against|to|\d+)$/i,
  hope: /^(to)$/i,
  alone: /^(is|was|would|could)$/i,
  resolved: /^(the|a|it)$/i,
  content: /^(of|was|is)$/i,
  surprise: /^(party|visit|exam)$/i,
}

/** "Missed the bus" and "lost my keys" are about things. */
function isOtherwise(word: string, next: string | undefined): boolean {
  return next !== undefined && otherUses[word]?.test(next) === true
}

/**
 * What the parts of a match count. Tuned on the tune part of the recall-quality bench and on nothing
 * else; the held-out part only reports.
 */
export const searchWeights = {
  /** BM25: how soon repetition stops to count, and how much a long entry is discounted. */
  k1: 0.9,
  b: 0.5,
  /** A word that begins alike, one that means the same, one of the kind; the word itself is 1. */
  sameRoot: 0.5,
  same: 0.6,
  kind: 0.6,
  /** A word met where the question's word is met, by how near it is. */
  near: 0.5,
  /** What the entry before it says, which may ask, and the entry after it. */
  afterStatement: 0.5,
  afterQuestion: 0.6,
  beforeStatement: 0.25,
  /** What the context keeps from one entry to the next. */
  carriedOn: 0.75,
  carriedBack: 0.5,
  /** A person named in the question speaks, or is spoken of. */
  speaks: 0.4,
  mentioned: 0.1,
  /** How much a short entry is held to tell less, beyond what BM25's b takes back. */
  brevity: 0.75,
  /** An entry that only asks tells less. */
  asks: 0.75,
  /** It is worded as an answer would be: a number to "how many", a time to "when". */
  cue: 0.3,
  /** The time asked about, beside a word that as many entries hold. */
  time: 2,
  /** The same where it is the time before or after an event, which had to be found first. */
  eventTime: 0.7,
  /** Cosine above the mean, in deviations, beside the words. */
  vector: 0.025,
}
